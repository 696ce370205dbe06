import type { DecisionTable } from '../../../kernel/process/decision/table.ts'
import type { Title as Words } from '../../../kernel/process/model.ts'

/** What a design may name, as the server knows it: asked for once by the page, and again before anything is published. */
export type KnownNames = {
  roles: { code: string; title: Words }[]
  forms: KnownForm[]
  /** jobs that can do a service step */
  jobs: string[]
  decisions: KnownDecision[]
  /** `filingForm`: what such a case is given when it is opened */
  processes: { key: string; title: Words; versions: number[]; filingForm?: string }[]
  businesses: string[]
}

/** `table`: the newest; steps name an older one by its digest, `table.version`. */
export type KnownDecision = {
  key: string
  title: string
  version: number
  versions: { version: number; table: DecisionTable }[]
  outputs: string[]
  table: DecisionTable
}

export type KnownForm = {
  key: string
  version: number
  title: Words
  sections: { name: string; title: Words }[]
  fields: { name: string; title: Words; type: string; required: boolean; section?: string }[]
}
