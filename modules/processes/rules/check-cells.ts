import type { DecisionTable } from '../../../kernel/process/decision/table.ts'
import { isUnaryTest } from '../../../kernel/process/decision/unary.ts'
import { isFeel } from '../../../kernel/process/feel.ts'
import { type Finding, finding } from './finding.ts'

/** Every cell that cannot be read, by row and column: reading the table as a whole stops at the first. */
export function checkCells({ inputs, outputs, rules }: DecisionTable): Finding[] {
  return [
    ...inputs
      .filter(({ expression }) => expression.trim() === '' || !isFeel(expression))
      .map(({ label, expression }) => finding('input-unreadable', { column: label, expression })),
    ...rules.flatMap(({ tests, results }, row) => [
      ...tests.flatMap((test, i) => (isTest(test) ? [] : [cell(row, inputs[i]?.label ?? '', test)])),
      ...results.flatMap((result, i) => (isResult(result) ? [] : [cell(row, outputs[i]?.label ?? '', result)])),
    ]),
  ]
}

const cell = (row: number, column: string, expression: string): Finding =>
  finding('cell-unreadable', { row: row + 1, column, expression })

export const isTest = (test: string): boolean => test.trim() !== '' && isUnaryTest(test)
export const isResult = (result: string): boolean => result === '' || isFeel(result)
