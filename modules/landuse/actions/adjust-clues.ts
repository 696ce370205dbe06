import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { cluesAtScreening } from '../intake/clues-at-screening.ts'
import { refuseAdjusting } from '../rules/refuse-adjusting.ts'
import { Conclusion } from '../schema.ts'

const verb = 'landuse.clue.adjust'

/** 甄别结论人工调整: one clue or many, with a reason; before the case has left its screening step. */
export const adjustClues = action({
  verb,
  input: Type.Object({
    clueIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500, uniqueItems: true }),
    conclusion: Conclusion,
    reason: Type.String({ maxLength: 500 }),
  }),
  facts: (context, { clueIds }) => cluesAtScreening(context, verb, clueIds),
  scope: () => ({ business: 'landuse' }),
  refuse: (clues, { clueIds, conclusion, reason }) =>
    refuseAdjusting(clues, { asked: clueIds.length, conclusion, reason }),
  async handle({ trx, person, now }, { clueIds, conclusion, reason }, clues) {
    const rows = clues.map(({ id, conclusion: before }) => ({ id: newId(), clue: id, before }))
    await sql`insert into landuse_adjustment (id, clue, before, after, reason, made_by, made_at)
      select id, clue, before, ${conclusion}, ${reason}, ${person.id}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, clue uuid, before text)`.execute(trx)
    await sql`update landuse_clue set conclusion = ${conclusion}, adjusted_by = ${person.id}, adjusted_at = ${now}, adjust_reason = ${reason}
      where id = any(${clueIds}::uuid[])`.execute(trx)
    await tellCases(trx, clueIds, conclusion)
    return { adjusted: clueIds.length }
  },
  audit: ({ conclusion, reason }, _, clues) => ({
    subject: clues.length === 1 ? `clue:${clues[0]!.id}` : `clues:${clues.length}`,
    before: clues.map(({ number, conclusion: before }) => ({ number, conclusion: before })),
    after: { conclusion, reason },
  }),
})

/** The conclusion is a fact of the case, by which its flow goes on; the case is only written while it stands at screening. */
async function tellCases(trx: Trx, clueIds: string[], conclusion: string): Promise<void> {
  const fact = JSON.stringify({ conclusion })
  await sql`update case_ k set data = k.data || ${fact}::jsonb from landuse_clue c
    where c.id = any(${clueIds}::uuid[]) and k.id = c.case_id`.execute(trx)
}
