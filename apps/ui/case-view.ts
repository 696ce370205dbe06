import type { MultiPolygon } from 'geojson'
import type { FormDefinition, FormValues } from '../../kernel/forms/definition.ts'
import type { Box } from '../../kernel/geometry/types.ts'
import type { ProcessModel, Verb } from '../../kernel/process/model.ts'
import type { LampColor } from './components/lamp.tsx'
import type { Words } from './i18n/use-texts.ts'

type PersonName = { id: string; name: string }
export type TaskState = 'open' | 'claimed' | 'done' | 'cancelled' | 'suspended'
export type CaseState = 'running' | 'suspended' | 'ended' | 'closedIrregularly'

/** A line of casework.worklist; instants are ISO texts. */
export type WorklistItem = {
  id: string
  caseId: string
  number: string
  title: string
  business: string
  step: string
  stepTitle: Words
  areaCode: string
  state: TaskState
  reason: string
  assignee: PersonName | null
  openedAt: string
  doneAt: string | null
  outcome: string | null
  due: string | null
  lamp: LampColor
  revision: number
}

/** A line of casework.case.search. */
export type FoundCase = {
  id: string
  number: string
  title: string
  business: string
  state: CaseState
  result: string | null
  areaCode: string
  openedAt: string
  closedAt: string | null
  lamp: LampColor
  /** EPSG:4524 */
  extent: Box | null
}

/** A task of the case, with what the reader may do with it. */
export type TaskView = {
  id: string
  step: string
  stepTitle: Words
  state: TaskState
  assignee: PersonName | null
  /** the reader holds it, or may claim it */
  mine: boolean
  verbs: Verb[]
  form: FormDefinition | null
  writable: string[]
  draft: FormValues | null
  openedAt: string
  doneAt: string | null
  outcome: string | null
  due: string | null
  lamp: LampColor
  revision: number
}

export type Opinion = {
  id: string
  step: string | null
  taskId: string | null
  by: PersonName
  at: string
  text: string
}
export type CaseEvent = {
  id: number
  at: string
  by: PersonName | null
  verb: string
  step: string | null
  detail: Record<string, unknown>
}
export type Resource = {
  id: string
  folder: string
  kind: 'file' | 'document' | 'dataset' | 'changeSet' | 'photo'
  title: string
  digest: string | null
  size: number | null
  mediaType: string | null
  detail: Record<string, unknown>
  madeBy: PersonName | null
  madeAt: string
}
export type LinkedCase = {
  id: string
  number: string
  title: string
  state: CaseState
  kind: string
  direction: 'to' | 'from'
}

/** The answer of casework.case.view. */
export type CaseView = Omit<FoundCase, 'extent'> & {
  due: string | null
  data: FormValues
  /** longitude and latitude */
  scope: MultiPolygon | null
  process: ProcessModel
  /** steps where the case stands now, and those that failed */
  standing: { step: string; failed: boolean }[]
  tasks: TaskView[]
  opinions: Opinion[]
  history: CaseEvent[]
  resources: Resource[]
  links: LinkedCase[]
  snapshotId: string | null
}
