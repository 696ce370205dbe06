import { Link } from 'react-router'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import type { DecisionRow, ProcessRow } from '../answers.ts'
import { pageOf } from './start-dialog.tsx'

/** The version in force, since when, and what is being drawn: the same of processes and of tables. */
export function useDesignColumns<Row extends Pick<ProcessRow | DecisionRow, 'version' | 'publishedAt' | 'design'>>(
  kind: 'process' | 'decision',
): Record<'version' | 'publishedAt' | 'design', TableColumn<Row>> {
  const { t } = useTexts()
  const state = ({ design }: Row) => (design ? t(`processes.state.${design.state}`, { name: design.by }) : '')
  return {
    version: {
      ...{ key: 'version', title: t('processes.column.version'), width: 80, type: 'number' },
      value: (row) => row.version ?? '',
    },
    publishedAt: {
      ...{ key: 'publishedAt', title: t('processes.column.publishedAt'), width: 150, type: 'date' },
      value: (row) => (row.publishedAt ? instant(row.publishedAt) : ''),
    },
    design: {
      ...{ key: 'design', title: t('processes.column.design'), width: 190 },
      value: state,
      render: (row) =>
        row.design && (
          <Link to={pageOf(kind, row.design.id)} onClick={(event) => event.stopPropagation()}>
            <StatusDot tone={row.design.state === 'submitted' ? 'warning' : 'active'}>{state(row)}</StatusDot>
          </Link>
        ),
    },
  }
}
