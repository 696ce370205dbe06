import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import type { EvidenceTemplate, PhotoKind } from './template.ts'

/** What the kinds of photos are called in a case's business: by code, of the newest template that has it. */
export async function kindTitles(trx: Trx, caseId: string): Promise<Map<string, PhotoKind['title']>> {
  const { rows } = await sql<{ template: EvidenceTemplate }>`select t.definition as template from field_template t
    join case_ c on c.business = t.business where c.id = ${caseId} order by t.version`.execute(trx)
  const kinds = rows.flatMap(({ template }) => [
    ...template.classRules.flatMap((rule) => rule.kinds),
    ...template.kinds,
  ])
  return new Map(kinds.map(({ code, title }) => [code, title]))
}
