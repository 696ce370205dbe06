import { type Static, Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { json, type Trx } from '../../../../kernel/db/database.ts'
import { action, type Context } from '../../../../kernel/http/action.ts'
import { newId } from '../../../../kernel/identity/new-id.ts'
import { notFound, Refusal, refuseIf } from '../../../../kernel/problems/problem.ts'
import { receiversOf } from '../dispatch-facts.ts'
import { organisationsUnder } from '../organisations.ts'
import { receiverProblem } from '../rules/dispatching.ts'
import { Id, Place } from '../schema.ts'

const Rule = Type.Object({
  /** left out: a new rule, asked last */
  id: Type.Optional(Id),
  title: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  business: Type.String({ maxLength: 60 }),
  areaCode: Type.String({ maxLength: 19, pattern: '^[0-9]*$' }),
  by: Type.Union([Type.Literal('load'), Type.Literal('nearest'), Type.Literal('turn')]),
  people: Type.Array(Type.Object({ id: Id, centre: Type.Union([Place, Type.Null()]) }), { maxItems: 200 }),
  most: Type.Union([Type.Integer({ minimum: 1, maximum: 100_000 }), Type.Null()]),
  isOn: Type.Boolean(),
  /** which it is asked, from 1 */
  place: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
})

/** 分派规则 of one's own organisation: made, changed, moved. */
export const saveRule = action({
  verb: 'fieldwork.dispatch.rule.save',
  input: Rule,
  async handle(context, rule) {
    const { trx, person } = context
    const own = await organisationsUnder(trx, person.organisation.id)
    const people = await receiversOf(
      trx,
      rule.people.map(({ id }) => id),
    )
    for (const { id } of rule.people) refuseIf(receiverProblem(people.get(id), own))
    const id = rule.id ?? newId()
    if (rule.id) await changeRule(context, rule, id)
    else await addRule(context, rule, id)
    await renumber(trx, person.organisation.id)
    return { id }
  },
  audit: (rule, { id }) => ({ subject: `dispatchRule:${id}`, after: rule }),
})

async function addRule({ trx, person, now }: Context, rule: Static<typeof Rule>, id: string): Promise<void> {
  const { title, business, areaCode, by, people, most, isOn, place = 1000 } = rule
  await sql`insert into field_dispatch_rule (id, organisation, place, title, business, area_code, by_what, people, most, is_on,
      changed_by, changed_at)
    values (${id}, ${person.organisation.id}, ${place}, ${title}, ${business}, ${areaCode}, ${by}, ${json(people)}, ${most},
      ${isOn}, ${person.id}, ${now})`.execute(trx)
}

async function changeRule({ trx, person, now }: Context, rule: Static<typeof Rule>, id: string): Promise<void> {
  const { title, business, areaCode, by, people, most, isOn, place = null } = rule
  const { numAffectedRows } =
    await sql`update field_dispatch_rule set title = ${title}, business = ${business}, area_code = ${areaCode},
      by_what = ${by}, people = ${json(people)}, most = ${most}, is_on = ${isOn}, place = coalesce(${place}::int, place),
      changed_by = ${person.id}, changed_at = ${now}
    where id = ${id} and organisation = ${person.organisation.id}`.execute(trx)
  if (numAffectedRows !== 1n) throw new Refusal(notFound('fieldwork.dispatch.rule.unknown'))
}

/** Two rules of one place: the one changed last comes first. */
async function renumber(trx: Trx, organisation: string): Promise<void> {
  await sql`update field_dispatch_rule r set place = n.place from (select id, row_number() over (order by place, changed_at desc) as place
    from field_dispatch_rule where organisation = ${organisation}) n where n.id = r.id and n.place <> r.place`.execute(
    trx,
  )
}

export const removeRule = action({
  verb: 'fieldwork.dispatch.rule.remove',
  input: Type.Object({ id: Id }),
  async handle({ trx, person }, { id }) {
    const { rows } = await sql<{ title: string }>`delete from field_dispatch_rule
      where id = ${id} and organisation = ${person.organisation.id} returning title`.execute(trx)
    if (!rows[0]) throw new Refusal(notFound('fieldwork.dispatch.rule.unknown'))
    await renumber(trx, person.organisation.id)
    return { id, title: rows[0].title }
  },
  audit: ({ id }, { title }) => ({ subject: `dispatchRule:${id}`, before: { title } }),
})
