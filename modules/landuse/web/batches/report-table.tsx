import { Button } from 'antd'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { BatchView, ReportRow } from '../answers.ts'
import { useNotes } from '../common/use-notes.ts'
import { useCsvExport } from './use-csv-export.ts'

const TONES: Record<ReportRow['state'], Tone> = {
  waiting: 'idle',
  accepted: 'good',
  repaired: 'warning',
  rejected: 'bad',
}
const STATES = ['accepted', 'repaired', 'rejected', 'waiting'] as const

type Props = { batch: BatchView; openClue: string | null; onLocate: (clueId: string) => void }

/** What became of every row: none is left out. */
export function ReportTable({ batch, openClue, onLocate }: Props) {
  const { t } = useTexts()
  const columns = useColumns(batch)
  const csv = useCsvExport(batch, columns)
  const filters: TableFilter[] = [
    {
      name: 'state',
      label: t('landuse.report.state'),
      kind: 'choice',
      options: STATES.map((value) => ({ value, label: t(`landuse.report.${value}`) })),
    },
  ]
  return (
    <DataTable<ReportRow>
      id="landuse.report"
      title={t('landuse.report')}
      query="landuse.batch.report"
      input={{ batchId: batch.id }}
      rowKey={({ row, clueId }) => clueId ?? `row-${row}`}
      columns={columns}
      filters={filters}
      onOpen={({ clueId }) => clueId && onLocate(clueId)}
      {...(openClue && { openKey: openClue })}
      actions={
        <Button loading={csv.isBusy} onClick={csv.save}>
          {t('landuse.report.csv')}
        </Button>
      }
      empty={<EmptyState small title={t('landuse.report.none')} next={t('landuse.report.none.next')} />}
    />
  )
}

function useColumns({ mapping }: BatchView): TableColumn<ReportRow>[] {
  const { t } = useTexts()
  const { sentences, sentence } = useNotes()
  const why = ({ reason, findings, state }: ReportRow) => {
    const said = [reason ? sentence(reason) : '', sentences(findings)].filter(Boolean).join(' ')
    return said || (state === 'accepted' ? t('landuse.report.sound') : '')
  }
  return [
    { key: 'row', title: t('landuse.report.row'), width: 52, type: 'integer', value: ({ row }) => row },
    {
      key: 'state',
      title: t('landuse.report.state'),
      width: 112,
      value: ({ state }) => t(`landuse.report.${state}`),
      render: ({ state }) => <StatusDot tone={TONES[state]}>{t(`landuse.report.${state}`)}</StatusDot>,
    },
    {
      key: 'number',
      title: t('landuse.report.number'),
      width: 160,
      value: ({ attributes }) => attributes[mapping.number ?? ''] ?? null,
    },
    {
      key: 'why',
      title: t('landuse.report.why'),
      width: 370,
      value: why,
      render: (row) => <span title={why(row)}>{why(row)}</span>,
    },
    { key: 'clue', title: t('landuse.report.clue'), width: 160, value: ({ clueNumber }) => clueNumber },
  ]
}
