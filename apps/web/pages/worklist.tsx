import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { WorklistItem } from '../../ui/case-view.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { Page } from '../../ui/components/page.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk } from '../../ui/queries.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { type ListFilter, useListFilters } from './lists/use-list-filters.ts'
import { ViewBar } from './lists/view-bar.tsx'
import { WorklistActs } from './worklist-acts.tsx'
import { BOXES, type BoxName, WorklistBoxes } from './worklist-boxes.tsx'
import { useWorklistColumns } from './worklist-columns.tsx'
import './worklist.css'

const FILTERS: ListFilter[] = ['text', 'lamp', 'business', 'step', 'area', 'organisation', 'from', 'to']
const NAMES = ['box', ...FILTERS]

/** 工作台: six boxes that tell the truth, most urgent first. */
export default function WorklistPage() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const asked = params.get('box') as BoxName | null
  const box = asked && BOXES.includes(asked) ? asked : 'todo'
  // A chosen box keeps the filters: whoever works on one town looks through all its boxes.
  const choose = (next: BoxName) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      for (const name of ['after', 'view', 'box']) after.delete(name)
      if (next !== 'todo') after.set('box', next)
      return after
    })
  return (
    <Page title={t('worklist.title')}>
      <WorklistBoxes active={box} onChoose={choose} />
      <div className="card card-fill">
        <BoxTable key={box} box={box} />
      </div>
    </Page>
  )
}

function BoxTable({ box }: { box: BoxName }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [chosen, setChosen] = useState<WorklistItem[]>([])
  const columns = useWorklistColumns(box)
  const filters = useListFilters(
    FILTERS.filter((name) => name !== 'lamp' || box !== 'done'),
    params.get('business'),
  )
  const hasActs = box !== 'supervised'
  return (
    <DataTable<WorklistItem>
      id={`worklist.${box}`}
      title={t(`worklist.${box}`)}
      query="casework.worklist"
      paging="cursor"
      input={{ box }}
      rowKey={({ id }) => id}
      columns={columns}
      filters={filters}
      head={<ViewBar page="worklist" names={NAMES} counts={useViewCounts()} />}
      refetchInterval={30_000}
      onOpen={(item) => void navigate(addressOf(item))}
      {...(hasActs && {
        selection: {
          keys: chosen.map(({ id }) => id),
          onChange: (_keys: string[], rows: WorklistItem[]) => setChosen(rows),
        },
        actions: <WorklistActs box={box} chosen={chosen} onEnd={() => setChosen([])} />,
      })}
      empty={<EmptyState title={t(`worklist.${box}.empty`)} next={t(`worklist.${box}.empty.next`)} />}
    />
  )
}

const addressOf = ({ caseId, taskId }: WorklistItem) => `/cases/${caseId}${taskId ? `?task=${taskId}` : ''}`

function useViewCounts(): ReadonlyMap<string, number | null> {
  const { data } = useAsk('casework.view.counts', {}, { refetchInterval: 60_000 })
  return new Map((data?.rows ?? []).map(({ id, count }) => [id, count]))
}
