import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { setFacts } from '../../../kernel/cases/facts.ts'
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
  async handle(context, { clueIds, conclusion, reason }, clues) {
    const { trx, person, now } = context
    const rows = clues.map(({ id, conclusion: before }) => ({ id: newId(), clue: id, before }))
    await sql`insert into landuse_adjustment (id, clue, before, after, reason, made_by, made_at)
      select id, clue, before, ${conclusion}, ${reason}, ${person.id}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, clue uuid, before text)`.execute(trx)
    await sql`update landuse_clue set conclusion = ${conclusion}, adjusted_by = ${person.id}, adjusted_at = ${now}, adjust_reason = ${reason}
      where id = any(${clueIds}::uuid[])`.execute(trx)
    for (const { caseId } of clues) if (caseId) await setFacts(context, caseId, { conclusion })
    return { adjusted: clueIds.length }
  },
  audit: ({ conclusion, reason }, _, clues) => ({
    subject: clues.length === 1 ? `clue:${clues[0]!.id}` : `clues:${clues.length}`,
    before: clues.map(({ number, conclusion: before }) => ({ number, conclusion: before })),
    after: { conclusion, reason },
  }),
})
