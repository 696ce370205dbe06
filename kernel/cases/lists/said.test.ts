import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../../testing/harness.ts'
import { type County, county, openSurvey } from '../county.testing.ts'
import { countBox } from './count-boxes.ts'
import { searchCases } from './search-cases.ts'
import { worklist } from './worklist.ts'

const MANY = 2600

/** One word in every title, one in every fifth, one in the last hundred only, one in a single one; due one after the other. */
const titleOf = (n: number) =>
  `宅基地审批 ${n}${n % 5 === 0 ? ' 分户' : ''}${n > MANY - 100 ? ' 退耕' : ''}${n === 2222 ? ' Éa_石门' : ''}`

async function many(here: County): Promise<string[]> {
  const { id, task } = await openSurvey(here, { title: '样本' })
  const titles = Array.from({ length: MANY }, (_, n) => titleOf(n))
  await sql`insert into case_ (id, number, business, process, process_version, forms, title, state, area_code, data, tokens, opened_at)
    select md5('c' || n)::uuid, 'X' || n, c.business, c.process, c.process_version, c.forms, t.title, c.state, c.area_code, c.data, c.tokens, c.opened_at
    from case_ c, unnest(${titles}::text[]) with ordinality as t (title, n) where c.id = ${id}`.execute(here.trx)
  await sql`insert into task (id, case_id, key, step, business, area_code, role, state, reason, opened_at, due)
    select md5('t' || n)::uuid, md5('c' || n)::uuid, t.key, t.step, t.business, t.area_code, t.role, 'open', t.reason, t.opened_at,
      '2027-01-01'::date + n::int from task t, generate_series(1, ${MANY}::int) n where t.id = ${task.id}`.execute(
    here.trx,
  )
  return titles
}

/** Leaves the planner with tables it takes for empty though they are not: a county that has just taken over its old cases. */
async function manyUncounted(here: County): Promise<string[]> {
  await sql`savepoint before`.execute(here.trx)
  await many(here)
  await sql`rollback to before`.execute(here.trx)
  for (const table of ['case_', 'case_text', 'task']) await sql`analyze ${sql.table(table)}`.execute(here.trx)
  return many(here)
}

async function found(here: County, text: string): Promise<string[]> {
  const met: string[] = []
  let after: string | undefined
  do {
    const page = await worklist(here.as(here.fang), { box: 'todo', text, after, limit: 200 })
    met.push(...page.items.map(({ title }) => title))
    after = page.next ?? undefined
  } while (after !== undefined)
  return met
}

test('a list is searched by any part of number or title, be it said by all, by some at its end, by one or by none', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const titles = await many(here)
    const numbered = titles.map((title, n) => ({ title, said: `X${n + 1}\n${title}`.toLowerCase() }))
    for (const text of ['退耕', '石门', '分户', '门', 'éA_', 'x2222', '地审批 25', '% ', '没有', ' 退']) {
      const expected = numbered.filter(({ said }) => said.includes(text.toLowerCase())).map(({ title }) => title)
      assert.deepEqual(await found(here, text), expected, text)
      assert.equal((await countBox(here.as(here.fang), 'todo', { text })).total, expected.length, text)
    }
    const { items } = await worklist(here.as(here.fang), { box: 'todo', text: '宅基', limit: 3 })
    assert.deepEqual(
      items.map(({ title }) => title),
      titles.slice(0, 3),
    )
    const cases = await searchCases(here.as(here.fang), 'casework.case.search', { text: '石门' })
    assert.deepEqual(
      cases.items.map(({ number }) => number),
      ['X2223'],
    )
  }))

test('a case is found by the title it has now', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await openSurvey(here, { title: '旧名' })
    await sql`update case_ set title = '新名' where id = ${id}`.execute(trx)
    assert.deepEqual([(await found(here, '旧名')).length, await found(here, '新名')], [0, ['新名']])
  }))

test('a list is searched as fast when its tables have grown since their rows were counted', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const titles = await manyUncounted(here)
    await sql`set local statement_timeout = '5s'`.execute(trx)
    for (const text of ['12', '地审', '石门', '门', '没有']) {
      const expected = titles.filter((title, n) => `X${n + 1}\n${title}`.includes(text))
      assert.deepEqual(await found(here, text), expected, text)
      assert.equal((await countBox(here.as(here.fang), 'todo', { text })).total, expected.length, text)
      const { items } = await searchCases(here.as(here.fang), 'casework.case.search', { text, limit: 200 })
      assert.equal(items.length, Math.min(200, expected.length), text)
    }
  }))
