import { type FocusEvent, useState } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { ClueRow } from '../answers.ts'
import { BatchActs } from './batch-acts.tsx'
import { useColumns } from './use-columns.tsx'
import { useFilters } from './use-filters.ts'

type Props = { openClue: string | null; onOpen: (id: string) => void }

/** The clues that pass the filters. Arrow keys go from clue to clue, and the map goes along. */
export function ClueTable({ openClue, onOpen }: Props) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<ClueRow[]>([])
  const columns = useColumns()
  const filters = useFilters()
  const follow = ({ target }: FocusEvent<HTMLElement>) => {
    const key = target.matches('tr:focus-visible') && target.dataset.rowKey
    if (key && key !== openClue) onOpen(key)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows take the keys; this only listens where the focus goes
    <div className="clue-table" onFocus={follow}>
      <DataTable<ClueRow>
        id="landuse.clues"
        title={t('landuse.screening.list')}
        query="landuse.clue.list"
        rowKey={({ id }) => id}
        columns={columns}
        filters={filters}
        onOpen={({ id }) => onOpen(id)}
        {...(openClue && { openKey: openClue })}
        selection={{ keys: chosen.map(({ id }) => id), onChange: (_, rows) => setChosen(rows) }}
        actions={chosen.length > 0 && <BatchActs chosen={chosen} onDone={() => setChosen([])} />}
        empty={
          <EmptyState
            small
            title={t('landuse.screening.none')}
            next={t('landuse.screening.none.next')}
            action={<Link to="/batches">{t('landuse.batches')}</Link>}
          />
        }
      />
    </div>
  )
}
