import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { readDmn } from '../../../kernel/process/decision/read-dmn.ts'
import type { DecisionTable } from '../../../kernel/process/decision/table.ts'

let loaded: Promise<DecisionTable> | undefined

/** decisions/screening.dmn; its `version` is the digest every screened clue keeps. */
export function screeningTable(): Promise<DecisionTable> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<DecisionTable> {
  const table = await readDmn(readFileSync(join(import.meta.dirname, 'screening.dmn'), 'utf8'))
  if ('code' in table) throw new Refusal(table)
  return table
}
