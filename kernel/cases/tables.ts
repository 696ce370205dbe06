import type { Generated } from 'kysely'
import type { Problem } from '../problems/problem.ts'
import type { ProcessState } from '../process/state.ts'
import type { CaseProcess } from './case-process.ts'

export type CaseState = 'running' | 'suspended' | 'ended' | 'closedIrregularly'
export type TaskState = 'open' | 'claimed' | 'done' | 'cancelled' | 'suspended'
export type PauseKind = 'suspension' | 'correction' | 'publicNotice' | 'expertReview' | 'hearing'
export type LinkKind = 'child' | 'supplement' | 'related'

/** «2026-11-22», or «infinity» where there is no limit. */
type Day = string

/** Working days allowed, the last of them, the first on which the lamp is yellow, and the day of the next alarm. */
export type Limit = { limit_days: number | null; due: Day; warn_from: Day; alarm_on: Day }

export type CaseRow = Limit & {
  id: string
  number: string
  business: string
  process: string
  process_version: number
  forms: Record<string, number>
  title: string
  state: CaseState
  result: string | null
  area_code: string
  organisation: string | null
  /** organisations beside its own that tasks of it were given to */
  handlers: string[]
  data: Record<string, unknown>
  tokens: ProcessState
  revision: number
  opened_at: Date
  opened_by: string | null
  closed_at: Date | null
  /** the limit counts from here; null: its clock has not begun */
  clock_from: Date | null
  /** key of the task whose way out began it */
  clock_by: string | null
}

export type TaskRow = Limit & {
  id: string
  case_id: string
  key: string
  step: string
  business: string
  area_code: string
  organisation: string | null
  role: string
  /** of a part gone once for each of a list: which of it, in a few words */
  item: string | null
  state: TaskState
  reason: string
  assignee: string | null
  /** the absent person for whom a stand-in holds it or has done it */
  on_behalf_of: string | null
  /** whose task it is, while the assignee prepares it for them */
  delegated_by: string | null
  opened_at: Date
  claimed_at: Date | null
  done_at: Date | null
  done_by: string | null
  outcome: string | null
  draft: Record<string, unknown> | null
  revision: number
}

export type CaseTables = {
  process_definition: {
    key: string
    version: number
    digest: string
    definition: CaseProcess
    published_at: Date
    published_by: string | null
  }
  case_: CaseRow & { scope: Uint8Array | null }
  task: TaskRow
  case_event: {
    id: Generated<number>
    case_id: string
    at: Date
    by: string | null
    verb: string
    task_id: string | null
    step: string | null
    detail: Record<string, unknown>
  }
  opinion: {
    id: string
    case_id: string
    task_id: string | null
    step: string | null
    by: string
    at: Date
    text: string
    signature: string | null
  }
  signature: {
    id: string
    person: string
    path: string
    width: number
    height: number
    consented_at: Date
    ended_at: Date | null
  }
  case_link: { from_case: string; to_case: string; kind: LinkKind; linked_at: Date; linked_by: string | null }
  case_pause: {
    id: string
    case_id: string
    kind: PauseKind
    reason: string
    began_at: Date
    began_by: string
    until: Day | null
    ended_at: Date | null
    ended_by: string | null
    told_at: Date | null
  }
  irregular_closure: {
    case_id: string
    reason: string
    proposed_by: string
    proposed_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
  }
  case_wait: {
    case_id: string
    token: string
    step: string
    kind: 'timer' | 'event' | 'case'
    event: string | null
    due_at: Date | null
    child: string | null
    /** of a timer in working days */
    started_on?: Day | null
    working_days?: number | null
  }
  circulation: {
    id: string
    case_id: string
    task_id: string | null
    person: string
    by: string
    at: Date
    text: string
    read_at: Date | null
    answer: string | null
    answered_at: Date | null
  }
  supervision: {
    id: string
    case_id: string
    by: string
    at: Date
    text: string
    until: Day
    answer: string | null
    answered_by: string | null
    answered_at: Date | null
    ended_at: Date | null
    ended_by: string | null
    told_at: Date | null
  }
  case_correction: {
    case_id: string
    pause: string
    items: string[]
    reason: string
    until: Day
    asked_by: string
    asked_at: Date
    received_by: string | null
    received_at: Date | null
    received_note: string | null
  }
  limit_extension: {
    id: string
    case_id: string
    task_id: string
    days: number
    reason: string
    asked_by: string
    asked_at: Date
    decided_by: string | null
    decided_at: Date | null
    granted: boolean | null
    answer: string | null
  }
  calendar_year: {
    year: number
    source: string
    off: [first: Day, last: Day][]
    work: Day[]
    published_at: Date
    published_by: string | null
  }
  upstream_filing: {
    id: string
    source: string
    key: string
    process: string
    request: Record<string, unknown>
    received_at: Date
    attempts: number
    tried_at: Date
    case_id: string | null
    problem: Problem | null
  }
}
