import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { browserName } from '../../../ui/browser-name.ts'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../ui/components/status-dot.tsx'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { ListTable } from '../../../ui/table/list-table.tsx'

type Device = AnswerOf<'fieldwork.device.list'>['rows'][number]

/** What phones have sent, when they were heard of last; one that was lost is wiped at its next contact. */
export function FieldDevices() {
  const { t } = useTexts()
  const { can } = useSession()
  const [lost, setLost] = useState<Device | null>(null)
  const { data, error } = useAsk('fieldwork.device.list', {})
  return (
    <>
      <RefusalNotice error={error} />
      <ListTable<Device>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={data?.rows ?? []}
        title={() => <strong>{t('fieldwork.device.list')}</strong>}
        locale={{ emptyText: <EmptyState small title={t('administration.device.none')} /> }}
        columns={[
          { title: t('administration.name'), width: 180, render: (_, { person }) => person?.name ?? '—' },
          { title: t('administration.device.chain'), width: 90, render: (_, { id }) => <code>{id.slice(-6)}</code> },
          { title: t('administration.session.agent'), ellipsis: true, render: (_, { name }) => browserName(name) },
          { title: t('administration.device.registered'), width: 140, render: (_, row) => instant(row.registeredAt) },
          { title: t('administration.device.lastSeen'), width: 140, render: (_, row) => instant(row.lastSeenAt) },
          { title: t('administration.device.operations'), width: 90, align: 'right', dataIndex: 'operations' },
          { title: t('administration.device.photos'), width: 80, align: 'right', dataIndex: 'photos' },
          {
            ...{ title: t('common.state'), width: 220 },
            render: (_, { revokedAt, revokedWhy }) =>
              revokedAt ? (
                <StatusDot tone="bad">{t('administration.device.revoked', { why: revokedWhy })}</StatusDot>
              ) : (
                <StatusDot tone="good">{t('administration.device.heard')}</StatusDot>
              ),
          },
          ...(can('fieldwork.device.revoke')
            ? [
                {
                  key: 'act',
                  width: 110,
                  render: (_: unknown, row: Device) =>
                    !row.revokedAt && (
                      <Button size="small" type="text" danger onClick={() => setLost(row)}>
                        {t('administration.device.wipe')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {lost && <Wipe device={lost} onClose={() => setLost(null)} />}
    </>
  )
}

function Wipe({ device: { id, person }, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useCall('fieldwork.device.revoke')
  return (
    <Modal
      open
      title={t('administration.device.wipe.title', { name: person?.name ?? '', device: id.slice(-6) })}
      onCancel={onClose}
      onOk={() => mutate({ deviceId: id, reason }, { onSuccess: onClose })}
      okText={t('administration.device.wipe')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      cancelText={t('common.cancel')}
      confirmLoading={isPending}
    >
      <p>{t('administration.device.wipe.why')}</p>
      <Input
        autoFocus
        maxLength={500}
        value={reason}
        placeholder={t('administration.device.wipe.reason')}
        aria-label={t('administration.device.wipe.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalNotice error={error} />
    </Modal>
  )
}
