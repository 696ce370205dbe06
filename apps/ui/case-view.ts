import type { FormDefinition, FormIssue, FormValues } from '../../kernel/forms/definition.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import type { LampColor } from './components/lamp.tsx'
import type { Opinion } from './components/opinion-list.tsx'
import type { Words } from './i18n/use-texts.ts'

/** Answers of casework.*: instants are ISO texts. */
export type TaskRow = {
  id: string
  caseId: string
  caseNumber: string
  caseTitle: string
  business: string
  step: string
  stepTitle: Words
  areaCode: string
  areaName: string
  state: 'open' | 'claimed' | 'done' | 'cancelled' | 'suspended'
  assignee: string | null
  openedAt: string
  doneAt: string | null
  due: string | null
  lamp: LampColor
}

export type CaseRow = {
  id: string
  number: string
  title: string
  business: string
  state: 'running' | 'suspended' | 'ended' | 'closedIrregularly'
  step: Words | null
  areaCode: string
  areaName: string
  openedAt: string
  closedAt: string | null
  due: string | null
  lamp: LampColor
}

export type Outcome = { name: string; title: Words }

/** A task of this case, with what may be done with it by the reader. */
export type TaskView = {
  id: string
  step: string
  stepTitle: Words
  state: TaskRow['state']
  assignee: { id: string; name: string } | null
  isMine: boolean
  verbs: string[]
  outcomes: Outcome[]
  form: FormDefinition | null
  writable: 'all' | string[]
  draft: FormValues | null
  issues: FormIssue[]
  due: string | null
  lamp: LampColor
  revision: number
}

export type FlowStep = {
  id: string
  title: Words
  kind: string
  state: 'done' | 'current' | 'ahead' | 'failed'
  next: string[]
}
export type CaseFile = {
  id: string
  name: string
  folder: string
  mediaType: string
  size: number
  digest: string
  at: string
  by: string | null
}
export type CaseEvent = {
  id: number
  at: string
  by: string | null
  verb: string
  step: Words | null
  detail: Record<string, unknown>
}
export type QualityIssue = {
  id: string
  rule: string
  title: Words
  severity: 'error' | 'warning'
  message: string
  position?: [number, number]
  state: string
}

export type CaseView = CaseRow & {
  data: FormValues
  /** Longitude and latitude. */
  scope: { type: 'MultiPolygon'; coordinates: MultiPolygon } | null
  tasks: TaskView[]
  flow: FlowStep[]
  opinions: Opinion[]
  files: CaseFile[]
  history: CaseEvent[]
  links: { caseId: string; number: string; kind: string }[]
  snapshotId: string | null
}
