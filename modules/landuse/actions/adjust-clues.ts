import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { type AdjustableClue, refuseAdjusting } from '../rules/refuse-adjusting.ts'
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
  facts: (context, { clueIds }) => adjustable(context, clueIds),
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
    return { adjusted: clueIds.length }
  },
  audit: ({ conclusion, reason }, _, clues) => ({
    subject: clues.length === 1 ? `clue:${clues[0]!.id}` : `clues:${clues.length}`,
    before: clues.map(({ number, conclusion: before }) => ({ number, conclusion: before })),
    after: { conclusion, reason },
  }),
})

type Row = Omit<AdjustableClue, 'mine'> & { area_code: string }

async function adjustable({ trx, person }: Context, ids: string[]): Promise<AdjustableClue[]> {
  const { rows } = await sql<Row>`select c.id, c.number, c.state, c.conclusion, c.area_code,
      (c.state = 'screened' or (c.state = 'opened' and t.id is not null)) as "atScreening",
      case when t.state = 'claimed' and t.assignee <> ${person.id} then p.name end as "heldBy"
    from landuse_clue c
      left join task t on t.case_id = c.case_id and t.step = 'screen' and t.state in ('open', 'claimed')
      left join person p on p.id = t.assignee
    where c.id = any(${ids}::uuid[]) order by c.number for no key update of c`.execute(trx)
  return rows.map(({ area_code, ...row }) => ({
    ...row,
    mine: can(person, verb, { area: area_code, business: 'landuse' }),
  }))
}
