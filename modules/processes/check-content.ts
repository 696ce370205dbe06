import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { invalid, type Problem } from '../../kernel/problems/problem.ts'
import { readDmn } from '../../kernel/process/decision/read-dmn.ts'
import type { DecisionTable } from '../../kernel/process/decision/table.ts'
import { knownNames } from './known-names.ts'
import { checkDrawing } from './rules/check-design.ts'
import { checkTable } from './rules/check-table.ts'
import { errorsAmong, type Finding } from './rules/finding.ts'
import type { DesignKind } from './schema.ts'
import { shippedProcess } from './versions.ts'

export type Checked = { process?: CaseProcess; table?: DecisionTable; findings: Finding[] }

/** Reads and checks a design's content against what is published at this moment. */
export async function checkContent(trx: Trx, kind: DesignKind, key: string, content: string): Promise<Checked> {
  if (kind === 'process') return checkDrawing(content, await knownNames(trx), await shippedProcess(trx, key))
  const table = await readDmn(content)
  if ('code' in table) return { findings: [{ level: 'error', problem: table }] }
  return { table, findings: checkTable(table) }
}

/** Why a design with errors goes no further: the first of them, and how many there are. */
export function unsound(findings: Finding[]): Problem | undefined {
  const errors = errorsAmong(findings)
  return errors.length === 0 ? undefined : invalid('processes.design.unsound', { errors: errors.length })
}
