import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { StatusDot, type Tone } from '../../../ui/components/status-dot.tsx'
import { day } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { useAreaNames } from '../../../ui/use-areas.ts'
import { useBusinessName } from '../use-business-name.ts'
import { GrantDelegationDialog } from './grant-delegation-dialog.tsx'
import './delegations.css'

type Delegation = AnswerOf<'casework.delegation.list'>['rows'][number]

const TONES: Record<Delegation['state'], Tone> = { coming: 'warning', running: 'active', over: 'idle', ended: 'idle' }

/** 委托代理: who stands in for whom, how far and how long. */
export default function DelegationsPage() {
  const { t } = useTexts()
  const [isGranting, setGranting] = useState(false)
  const { data, error, refetch } = useAsk('casework.delegation.list', {})
  return (
    <Page
      title={t('delegations.title')}
      note={t('delegations.note')}
      extra={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setGranting(true)}>
          {t('delegations.grant')}
        </Button>
      }
    >
      <div className="card card-pad delegations">
        {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
        {!data && !error && <Skeleton active title={false} />}
        {data?.rows.length === 0 && <EmptyState title={t('delegations.none')} next={t('delegations.none.next')} />}
        {data && data.rows.length > 0 && <DelegationTable rows={data.rows} mayManage={data.mayManage} />}
      </div>
      {isGranting && <GrantDelegationDialog mayManage={data?.mayManage ?? false} onClose={() => setGranting(false)} />}
    </Page>
  )
}

function DelegationTable({ rows, mayManage }: { rows: Delegation[]; mayManage: boolean }) {
  const { t } = useTexts()
  const areaName = useAreaNames()
  const businessName = useBusinessName()
  const { mutate, error } = useCall('casework.delegation.end')
  const canEnd = ({ mine, state }: Delegation) => (mine || mayManage) && (state === 'coming' || state === 'running')
  return (
    <>
      <RefusalNotice error={error} />
      <table className="delegation-table">
        <thead>
          <tr>
            {(['from', 'to', 'scope', 'days', 'reason', 'state'] as const).map((name) => (
              <th key={name}>{t(`delegations.${name}`)}</th>
            ))}
            <th>
              <span className="visually-hidden">{t('delegations.end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.from.name}</td>
              <td>{row.to.name}</td>
              <td>
                {businessName(row.business)} · {row.area ? areaName(row.area) : t('administration.grant.everywhere')}
              </td>
              <td className="number">
                {day(row.fromDay)} – {day(row.untilDay)}
              </td>
              <td>{row.reason}</td>
              <td>
                <StatusDot tone={TONES[row.state]}>{t(`delegations.state.${row.state}`)}</StatusDot>
              </td>
              <td>
                {canEnd(row) && (
                  <Popconfirm
                    title={t('delegations.end.ask', { name: row.to.name })}
                    onConfirm={() => mutate({ id: row.id })}
                  >
                    <Button size="small">{t('delegations.end')}</Button>
                  </Popconfirm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
