import { sql } from 'kysely'
import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { conflict, type Problem } from '../../../kernel/problems/problem.ts'
import { publishedRules } from '../../processes/api.ts'
import { type ItemDefinition, itemProblem, type KnownToItem } from '../rules/item.ts'
import { newestVersion } from './store.ts'

export type ItemFacts = KnownToItem & { newest: number }

/** What an item is checked against, when it is proposed and once more when it is published. */
export async function itemFacts(trx: Trx, code: string, definition: ItemDefinition): Promise<ItemFacts> {
  const { rows } = await sql<{ code: string }>`select code from organisation`.execute(trx)
  return {
    newest: await newestVersion(trx, code),
    ...(await processFacts(trx, definition.process)),
    organisations: new Set(rows.map((row) => row.code)),
    rules: new Set((await publishedRules(trx)).map(({ key }) => key)),
  }
}

/** Whether cases of it can be filed, and the fields of the form they are filed with. */
async function processFacts(trx: Trx, key: string): Promise<{ process: boolean; fields: Set<string> }> {
  const filing = (await newestProcesses(trx)).find((one) => one.key === key)?.filing
  const form = filing && (await readForm(trx, filing.form))
  return { process: filing !== undefined, fields: new Set(form?.fields.map(({ name }) => name)) }
}

export const unsoundItem = (
  { newest, ...known }: ItemFacts,
  { code, after, definition }: { code: string; after: number; definition: ItemDefinition },
): Problem | undefined =>
  newest === after
    ? itemProblem(definition, known)
    : conflict('approvals.item.publish.changed-meanwhile', { item: code, version: newest })
