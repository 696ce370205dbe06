import type { DecisionTable } from '../../../kernel/process/decision/table.ts'
import type { Title as Words } from '../../../kernel/process/model.ts'

/** What a design may name, as the server knows it: asked for once by the page, and again before anything is published. */
export type KnownNames = {
  roles: { code: string; title: Words }[]
  forms: KnownForm[]
  /** service steps' jobs that published processes use */
  jobs: string[]
  decisions: { key: string; title: string; version: number; outputs: string[]; table: DecisionTable }[]
  processes: { key: string; title: Words }[]
  businesses: string[]
}

export type KnownForm = {
  key: string
  version: number
  title: Words
  fields: { name: string; title: Words; type: string; required: boolean }[]
}
