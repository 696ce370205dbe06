import type { Position } from '../../../../kernel/geometry/types.ts'
import type { Person } from '../../../../kernel/identity/can.ts'

export type WaitingTask = {
  id: string
  number: string
  business: string
  areaCode: string
  organisation: string | null
  /** degrees */
  centre: Position | null
  revision: number
}

export type Worker = {
  id: string
  name: string
  /** rights to field work, as in Person */
  rights: Person['rights']
  /** tasks given to them or claimed, not handed in */
  open: number
  /** the middle of the ranges of those; null without any */
  centre: Position | null
}

export type RuleKind = 'load' | 'nearest' | 'turn'

/** A rule of an organisation (table field_dispatch_rule). `people` empty: all who may. `most`: open tasks a person may have. */
export type DispatchRule = {
  id: string
  title: string
  business: string
  areaCode: string
  by: RuleKind
  people: { id: string; centre: Position | null }[]
  most: number | null
  isOn: boolean
}

export type Given = { taskId: string; to: string; revision: number; rule: string; metres: number | null }
/** noRule: none speaks of such a task. nobody: no one named there may do it. full: all who may have enough. */
export type Left = { taskId: string; why: 'noRule' | 'nobody' | 'full' | 'noPlace' }
export type Plan = { given: Given[]; left: Left[] }
