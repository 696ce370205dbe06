import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { Title } from '../../process/model.ts'
import type { CaseState, TaskState } from '../tables.ts'

export type Named = { id: string; name: string }

/** A line of any box. */
export type WorklistItem = {
  /** of the task; in 传阅, 督办 and 延期 of the circulation, supervision or request */
  id: string
  caseId: string
  taskId: string | null
  number: string
  title: string
  business: string
  /** where it stands; null once the case is closed */
  step: string | null
  stepTitle: Title | null
  /** of a step gone once for each of a list: which of it */
  item: string | null
  areaCode: string
  areaName: string
  organisation: string | null
  state: TaskState | CaseState
  /** why it is here: flow, return, straightBack, withdraw, addSigner, circulated, supervised, extensions */
  reason: string
  /** null while it lies in a pool */
  assignee: Named | null
  /** 代: whose it is, when the reader stands in for them */
  onBehalfOf: Named | null
  /** of a circulation, a supervision or a request for more days */
  note: Note | null
  openedAt: Date
  doneAt: Date | null
  outcome: string | null
  /** the last day, «2026-12-01»; null without a limit */
  due: string | null
  lamp: Lamp
  revision: number
}

/**
 * `until`: of a supervision, the day an answer is expected; `readAt`: of a circulation; `days`: working days asked for, and
 * `dueThen`: the last day when they are granted, null while the clock stands still.
 */
export type Note = {
  by: Named
  text: string
  until: string | null
  readAt: Date | null
  answer: string | null
  answeredAt: Date | null
  days: number | null
  dueThen: string | null
}

export type WorklistPage = { items: WorklistItem[]; next: string | null }

/** {id, name} of a joined person; null where there is none. */
export const named = (alias: string): RawBuilder<Named | null> => {
  const [id, name] = [sql.ref(`${alias}.id`), sql.ref(`${alias}.name`)]
  return sql`case when ${id} is null then null else jsonb_build_object('id', ${id}, 'name', ${name}) end`
}

/** The two halves of a cursor: what the page is ordered by, and the id. */
export function placeOf(after: string): [place: string, id: string] {
  const [place, id] = after.split('~')
  const isDate = place === 'infinity' || !Number.isNaN(Date.parse(place ?? ''))
  if (!place || !isDate || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw new Refusal(invalid('cases.worklist.bad-cursor', { after }))
  return [place, id!]
}
