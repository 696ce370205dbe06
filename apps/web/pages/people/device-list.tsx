import { Button, Popconfirm, Skeleton } from 'antd'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { browserName } from '../../../ui/browser-name.ts'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../ui/components/status-dot.tsx'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { FieldDevices } from './field-devices.tsx'
import './people.css'
import { ListTable } from '../../../ui/table/list-table.tsx'

type Device = AnswerOf<'administration.device.list'>['rows'][number]

/** 设备: phones people have signed in from, approved or not; and below, what each has sent, with remote wiping. */
export function DeviceList() {
  const { t } = useTexts()
  const { can } = useSession()
  const { data, error, refetch } = useAsk('administration.device.list', {})
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  return (
    <div className="parts">
      <ListTable<Device>
        size="small"
        rowKey={({ person, device }) => `${person} ${device}`}
        pagination={false}
        dataSource={data.rows}
        locale={{ emptyText: <EmptyState small title={t('administration.device.empty')} /> }}
        title={() => <strong>{t('administration.device.list')}</strong>}
        columns={[
          { title: t('administration.name'), width: 180, render: (_, row) => `${row.personName}（${row.login}）` },
          { title: t('administration.organisation'), width: 180, dataIndex: 'organisationName' },
          {
            title: t('administration.device.tail'),
            width: 90,
            render: (_, { device }) => <code>{device.slice(-6)}</code>,
          },
          { title: t('administration.session.agent'), ellipsis: true, render: (_, { name }) => browserName(name) },
          { title: t('administration.session.address'), width: 120, dataIndex: 'address' },
          {
            title: t('administration.device.lastSeen'),
            width: 140,
            render: (_, { lastSeenAt }) => instant(lastSeenAt),
          },
          { title: t('administration.device.sessions'), width: 80, align: 'right', dataIndex: 'sessions' },
          { title: t('common.state'), width: 150, render: (_, row) => <State device={row} /> },
          ...(can('administration.device.approve')
            ? [{ key: 'act', width: 110, render: (_: unknown, row: Device) => <Acts device={row} /> }]
            : []),
        ]}
      />
      {can('fieldwork.device.list') && <FieldDevices />}
    </div>
  )
}

function State({ device: { approvedAt, isBound } }: { device: Device }) {
  const { t } = useTexts()
  if (approvedAt) return <StatusDot tone="good">{t('administration.device.approved')}</StatusDot>
  if (isBound) return <StatusDot tone="warning">{t('administration.device.waiting')}</StatusDot>
  return <StatusDot tone="idle">{t('administration.device.free')}</StatusDot>
}

function Acts({ device: { person, device, personName, approvedAt } }: { device: Device }) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall(
    approvedAt ? 'administration.device.withdraw' : 'administration.device.approve',
  )
  const key = approvedAt ? 'administration.device.withdrawIt' : 'administration.device.approveIt'
  return (
    <>
      <Popconfirm
        title={t(`${key}.ask`, { name: personName, device: device.slice(-6) })}
        onConfirm={() => mutate({ person, device })}
      >
        <Button size="small" type="text" danger={approvedAt !== null} loading={isPending}>
          {t(key)}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
    </>
  )
}
