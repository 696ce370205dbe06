/** A DMN decision table as plain data; expressions are FEEL text. */

import type { Temporal } from './temporal.ts'

export type HitPolicy = 'U' | 'A' | 'P' | 'F' | 'R' | 'O' | 'C' | 'C+' | 'C<' | 'C>' | 'C#'

export type DecisionInput = {
  id: string
  /** what a person reads; the expression where no label was given */
  label: string
  expression: string
  /** unary tests a value must pass, if any were stated */
  allowed?: string
  /** days and durations, which facts hold as texts, are compared as what they are */
  type?: Temporal
}

export type DecisionOutput = {
  name: string
  label: string
  /** FEEL expressions, first is highest priority; needed for P and O */
  values: string[]
  /** FEEL expression taken when no rule matches */
  fallback?: string
}

export type DecisionRule = {
  id: string
  /** one unary test for each input, `-` for any */
  tests: string[]
  /** one expression for each output */
  results: string[]
  /** in the order of `annotations` of the table */
  annotations: string[]
  description?: string
}

export type DecisionTable = {
  /** id and name of the decision */
  id: string
  name: string
  /** SM3 of everything else: two tables with one version decide and explain alike */
  version: string
  hitPolicy: HitPolicy
  inputs: DecisionInput[]
  outputs: DecisionOutput[]
  /** titles of the annotation columns */
  annotations: string[]
  rules: DecisionRule[]
}

export type Outputs = Record<string, unknown>

/** A rule that matched, and what it says. */
export type Hit = { rule: DecisionRule; outputs: Outputs }
