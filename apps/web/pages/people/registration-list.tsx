import { Button, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import type { RegistrationRow } from '../../../../modules/administration/queries/list-registrations.ts'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../ui/components/status-dot.tsx'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { Json } from '../../../ui/json.ts'
import { useCall } from '../../../ui/queries.ts'
import type { TableColumn } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'

type Row = Json<RegistrationRow>
const TONES = { waiting: 'warning', approved: 'good', refused: 'idle' } as const

/** 注册申请 (SH136): who asks for an account from a phone; approved or refused with a reason. */
export function RegistrationList() {
  const { t } = useTexts()
  const states = (['waiting', 'approved', 'refused'] as const).map((value) => ({
    value,
    label: t(`administration.registration.state.${value}`),
  }))
  return (
    <DataTable<Row>
      id="registrations"
      title={t('administration.registration.list')}
      query="administration.registration.list"
      rowKey={({ id }) => id}
      columns={useColumns()}
      filters={[{ name: 'state', kind: 'choice', label: t('common.state'), options: states }]}
      empty={
        <EmptyState title={t('administration.registration.empty')} next={t('administration.registration.empty.next')} />
      }
    />
  )
}

function useColumns(): TableColumn<Row>[] {
  const { t } = useTexts()
  return [
    { key: 'name', title: t('administration.name'), width: 80, value: ({ name }) => name },
    { key: 'login', title: t('administration.login'), width: 120, value: ({ login }) => login },
    { key: 'phone', title: t('administration.person.phone'), width: 130, value: ({ phone }) => phone },
    { key: 'organisation', title: t('administration.organisation'), width: 160, value: (row) => row.organisationName },
    { key: 'reason', title: t('administration.registration.reason'), width: 220, value: ({ reason }) => reason },
    {
      key: 'askedAt',
      title: t('administration.registration.askedAt'),
      width: 140,
      value: (row) => instant(row.askedAt),
    },
    {
      ...{ key: 'state', title: t('common.state'), width: 210 },
      value: ({ state }) => t(`administration.registration.state.${state}`),
      render: ({ state, decidedBy, decidedWhy }) => (
        <StatusDot tone={TONES[state]}>
          {[t(`administration.registration.state.${state}`), decidedBy, decidedWhy].filter(Boolean).join(' · ')}
        </StatusDot>
      ),
    },
    {
      ...{ key: 'act', title: '', width: 130, value: () => null },
      render: (row) => row.state === 'waiting' && <Decide registration={row} />,
    },
  ]
}

function Decide({ registration: { id, name, login } }: { registration: Row }) {
  const { t } = useTexts()
  const approve = useCall('administration.registration.approve')
  const refuse = useCall('administration.registration.refuse')
  const [reason, setReason] = useState<string | null>(null)
  return (
    <>
      <Popconfirm
        title={t('administration.registration.approve.ask', { name, login })}
        onConfirm={() => approve.mutate({ id })}
      >
        <Button size="small" type="link" loading={approve.isPending}>
          {t('administration.registration.approveIt')}
        </Button>
      </Popconfirm>
      <Button size="small" type="text" danger onClick={() => setReason('')}>
        {t('administration.registration.refuseIt')}
      </Button>
      <RefusalNotice error={approve.error} />
      {reason !== null && (
        <Modal
          open
          title={t('administration.registration.refuse.title', { name })}
          onCancel={() => setReason(null)}
          onOk={() => refuse.mutate({ id, reason }, { onSuccess: () => setReason(null) })}
          okButtonProps={{ disabled: reason.trim() === '', danger: true }}
          okText={t('administration.registration.refuse')}
          cancelText={t('common.cancel')}
          confirmLoading={refuse.isPending}
        >
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={500}
            value={reason}
            placeholder={t('administration.registration.refuse.why')}
            aria-label={t('administration.registration.refuse.why')}
            onChange={(event) => setReason(event.target.value)}
          />
          <RefusalNotice error={refuse.error} />
        </Modal>
      )}
    </>
  )
}
