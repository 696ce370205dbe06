import { invalid, type Problem } from '../problems/problem.ts'

/** `step` and `transition` (its name) say where in the drawing. */
export type Finding = { level: 'error' | 'warning'; problem: Problem; step: string; transition?: string }

type Where = { step: string; transition?: string } & Record<string, string | number>

const finding = (level: Finding['level'], name: string, params: Where): Finding => ({
  level,
  problem: invalid(`process.model.${name}`, params),
  step: params.step,
  ...(params.transition !== undefined && { transition: params.transition }),
})

export const fault = (name: string, params: Where): Finding => finding('error', name, params)
export const advice = (name: string, params: Where): Finding => finding('warning', name, params)
