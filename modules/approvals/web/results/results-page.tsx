import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { ResultRow } from '../answers.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

/** 许可结果台账: what was handed over, in force until when, shared or not (XX056 发证 监管 共享). */
export default function ResultsPage() {
  const { t } = useTexts()
  const [revoking, setRevoking] = useState<ResultRow | null>(null)
  const [isVerifying, setVerifying] = useState(false)
  const verify = (
    <Button icon={<SafetyCertificateOutlined />} onClick={() => setVerifying(true)}>
      {t('approvals.results.verify')}
    </Button>
  )
  return (
    <Page title={t('approvals.results')} note={t('approvals.results.note')} extra={verify}>
      <div className="card card-fill">
        <DataTable<ResultRow>
          id="approvals.results"
          title={t('approvals.results')}
          query="approvals.result.list"
          rowKey={({ id }) => id}
          columns={useColumns(setRevoking)}
          filters={useFilters()}
          empty={<EmptyState title={t('approvals.results.none')} next={t('approvals.results.none.next')} />}
        />
      </div>
      {revoking && <RevokeDialog row={revoking} onClose={() => setRevoking(null)} />}
      {isVerifying && <VerifyDialog onClose={() => setVerifying(false)} />}
    </Page>
  )
}

function useFilters(): TableFilter[] {
  const { t, words } = useTexts()
  const items = useAsk('approvals.item.list', { pageSize: 200 })
  const states = ['valid', 'expiring', 'expired', 'revoked']
  return [
    { name: 'text', label: t('approvals.results.search'), kind: 'text', width: 220 },
    {
      ...{ name: 'item', label: t('approvals.item.title'), kind: 'choice', width: 200 },
      options: (items.data?.rows ?? []).map(({ code, title }) => ({ value: code, label: words(title) })),
    },
    {
      ...{ name: 'state', label: t('approvals.results.state'), kind: 'choice' },
      options: states.map((value) => ({ value, label: t(`approvals.results.${value}`) })),
    },
  ]
}

export function standingOf({ revokedAt, validUntil }: ResultRow, day: string): 'valid' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked'
  return validUntil !== null && validUntil < day ? 'expired' : 'valid'
}

const TONES: Record<string, Tone> = { valid: 'good', expired: 'warning', revoked: 'bad' }

function useColumns(onRevoke: (row: ResultRow) => void): TableColumn<ResultRow>[] {
  const { t } = useTexts()
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const state = (row: ResultRow) => standingOf(row, today)
  const shared = (row: ResultRow) => (row.shared ? t(`approvals.results.shared.${row.shared}`) : '—')
  return [
    { key: 'number', title: t('approvals.results.number'), width: 170, value: (row) => row.number },
    { key: 'title', title: t('approvals.results.document'), width: 170, value: (row) => row.title },
    { key: 'holder', title: t('approvals.results.holder'), width: 140, value: (row) => row.holder },
    {
      ...{ key: 'case', title: t('approvals.results.case'), width: 145, value: (row) => row.caseNumber },
      render: (row) => <Link to={`/cases/${row.caseId}`}>{row.caseNumber}</Link>,
    },
    { key: 'area', title: t('approvals.results.area'), width: 80, value: (row) => row.areaName ?? row.area },
    { key: 'decidedOn', title: t('approvals.results.decidedOn'), width: 96, value: (row) => row.decidedOn ?? '—' },
    { key: 'validUntil', title: t('approvals.results.validUntil'), width: 96, value: (row) => row.validUntil ?? '—' },
    {
      ...{ key: 'state', title: t('approvals.results.state'), width: 84 },
      value: (row) => t(`approvals.results.${state(row)}`),
      render: (row) => (
        <span title={row.reason ?? ''}>
          <StatusDot tone={TONES[state(row)]!}>{t(`approvals.results.${state(row)}`)}</StatusDot>
        </span>
      ),
    },
    { key: 'shared', title: t('approvals.results.shared'), width: 72, value: shared },
    { key: 'code', title: t('approvals.results.code'), width: 190, value: (row) => row.code, optional: true },
    {
      key: 'issuedBy',
      title: t('approvals.results.issuedBy'),
      width: 90,
      value: (row) => row.issuedBy,
      optional: true,
    },
    {
      ...{ key: 'issuedAt', title: t('approvals.chain.issued'), width: 150, type: 'date', optional: true },
      value: (row) => instant(row.issuedAt),
    },
    {
      ...{ key: 'acts', title: '', width: 126, value: () => null },
      render: (row) => <RowActs row={row} onRevoke={onRevoke} />,
    },
  ]
}

function RowActs({ row, onRevoke }: { row: ResultRow; onRevoke: (row: ResultRow) => void }) {
  const { t } = useTexts()
  const { can } = useSession()
  return (
    <span className="version-acts">
      <a href={addressOf('approvals.result.download', { resultId: row.id })} download>
        {t('approvals.results.download')}
      </a>{' '}
      {row.revokedAt === null && can('approvals.result.revoke') && (
        <Button type="link" size="small" danger onClick={() => onRevoke(row)}>
          {t('approvals.results.revoke')}
        </Button>
      )}
    </span>
  )
}
