import { sql } from 'kysely'
import type { Context } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import type { AdjustableClue } from '../rules/refuse-adjusting.ts'

type Row = Omit<AdjustableClue, 'mine'> & { area_code: string }

/** Clues as a person finds them who wants to change or confirm their conclusions; held until the transaction ends. */
export async function cluesAtScreening(
  { trx, person }: Pick<Context, 'trx' | 'person'>,
  verb: string,
  ids: string[],
): Promise<AdjustableClue[]> {
  const { rows } =
    await sql<Row>`select c.id, c.number, c.state, c.conclusion, c.area_code, c.case_id as "caseId", t.id as "taskId",
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
