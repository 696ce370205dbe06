import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { count, instant, percent } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { RunRow } from '../answers.ts'
import '../quality.css'
import { StartDialog } from './start-dialog.tsx'

/** 质检任务: who had what checked when, how far it is, what was found. */
export default function RunsPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const [isStarting, setStarting] = useState(false)
  const start = can('quality.run.start') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setStarting(true)}>
      {t('quality.run.start')}
    </Button>
  )
  return (
    <Page title={t('quality.runs')} note={t('quality.runs.note')} extra={start}>
      <div className="card card-fill">
        <DataTable<RunRow>
          id="quality.runs"
          title={t('quality.runs.list')}
          query="quality.run.list"
          rowKey={({ id }) => id}
          columns={useColumns()}
          onOpen={({ id }) => go(`/quality/${id}`)}
          refetchInterval={2000}
          empty={<EmptyState title={t('quality.runs.none')} next={t('quality.runs.none.next')} action={start} />}
        />
      </div>
      {isStarting && <StartDialog onClose={() => setStarting(false)} onStarted={(runId) => go(`/quality/${runId}`)} />}
    </Page>
  )
}

const TONES: Record<RunRow['state'], Tone> = {
  ...{ queued: 'idle', running: 'active', done: 'good', failed: 'bad', cancelled: 'idle' },
}

function useColumns(): TableColumn<RunRow>[] {
  const { t, words } = useTexts()
  const found = (severity: 'A' | 'B' | 'C'): TableColumn<RunRow> => ({
    ...{ key: severity, title: t(`quality.run.found.${severity}`), width: 84, type: 'integer' },
    value: (row) => row.found?.[severity],
    render: (row) => <span className="number">{row.found ? count(row.found[severity]) : '—'}</span>,
  })
  const far = ({ state, done, total }: RunRow) =>
    `${t(`job.${state}`)}${state === 'running' && total > 0 ? ` ${percent(done / total, 0)}` : ''}`
  return [
    { key: 'layer', title: t('quality.run.layer'), width: 160, value: (row) => `${words(row.title)} ${row.layer}` },
    {
      ...{ key: 'area', title: t('quality.run.area'), width: 100 },
      value: (row) => row.areaName ?? (row.area || t('quality.run.area.all')),
    },
    {
      ...{ key: 'rules', title: t('quality.run.rules'), width: 92 },
      value: (row) =>
        row.rules ? t('quality.run.rules.count', { count: row.rules.length }) : t('quality.run.rules.all'),
    },
    {
      ...{ key: 'state', title: t('common.state'), width: 120, value: far },
      render: (row) => <StatusDot tone={TONES[row.state]}>{far(row)}</StatusDot>,
    },
    {
      ...{ key: 'features', title: t('quality.run.features'), width: 96, type: 'integer' },
      value: (row) => row.featureCount,
      render: (row) => <span className="number">{count(row.featureCount)}</span>,
    },
    found('A'),
    found('B'),
    found('C'),
    { key: 'asOf', title: t('quality.run.asOf'), width: 150, type: 'date', value: (row) => instant(row.asOf) },
    { key: 'madeBy', title: t('quality.run.madeBy'), width: 100, value: (row) => row.madeBy },
    { key: 'madeAt', title: t('quality.run.madeAt'), width: 150, type: 'date', value: (row) => instant(row.madeAt) },
  ]
}
