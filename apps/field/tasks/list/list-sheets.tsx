import { lazy, Suspense } from 'react'
import type { KeptPerson } from '../../store/field-database.ts'
import { ActSheet, type Asked } from '../acts/act-sheet.tsx'
import type { Outcome } from '../acts/commands.ts'
import { NavigateSheet } from '../acts/navigate-sheet.tsx'
import { OutcomeSheet } from '../acts/outcome-sheet.tsx'
import type { ListedTask } from '../rules/listed-task.ts'
import type { TaskActName } from '../rules/task-acts.ts'
import type { ById } from '../use-task-rows.ts'
import { type Choice, FilterSheet } from './filter-sheet.tsx'
import type { ListState } from './use-list.ts'

/** Patches are drawn and measured by what the survey brings, which is no part of the shell. */
const ContentsSheet = lazy(() =>
  import('../acts/contents-sheet.tsx').then((module) => ({ default: module.ContentsSheet })),
)

/** What stands over the list. */
export type OpenSheet =
  | { kind: 'filter' }
  | { kind: 'act'; asked: Asked }
  | { kind: 'outcome'; act: TaskActName; outcome: Outcome }
  | { kind: 'navigate'; task: ListedTask }
  | { kind: 'contents'; task: ListedTask }

type Props = {
  open: OpenSheet
  person: KeptPerson
  list: ListState
  /** tasks shown */
  count: number
  choices: { areas: Choice[]; businesses: Choice[] }
  byId: ById
  onClose: () => void
  onDone: (act: TaskActName, outcome: Outcome) => void
}

export function ListSheets({ open, person, list, count, choices, byId, onClose, onDone }: Props) {
  switch (open.kind) {
    case 'filter':
      return <FilterSheet filter={list.filter} count={count} {...choices} onChange={list.setFilter} onClose={onClose} />
    case 'act':
      return (
        <ActSheet
          {...open.asked}
          person={person.id}
          onClose={onClose}
          onDone={(outcome) => onDone(open.asked.act, outcome)}
        />
      )
    case 'outcome':
      return <OutcomeSheet act={open.act} outcome={open.outcome} byId={byId} onClose={onClose} />
    case 'navigate':
      return <NavigateSheet task={open.task} onClose={onClose} />
    case 'contents':
      return (
        <Suspense fallback={null}>
          <ContentsSheet task={open.task} onClose={onClose} />
        </Suspense>
      )
  }
}
