import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { json, type Trx } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import type { DecisionTable } from '../../kernel/process/decision/table.ts'
import { act, ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { decideMany, decideRule } from './business-rules/decide.ts'
import { firstTables, publishRules } from './business-rules/first-rules.ts'
import { listRules } from './business-rules/list-rules.ts'
import { publishedRule } from './business-rules/published-rule.ts'
import { listCalls, viewRule } from './business-rules/view-rule.ts'
import { answerRule, tooMuch } from './rules/answer-rule.ts'
import { checkCells } from './rules/check-cells.ts'
import { checkTable } from './rules/check-table.ts'
import { readRows } from './rules/read-rows.ts'
import { inputsOf } from './rules/rule-inputs.ts'

const KEY = 'rules.homesteadArea'
const table = (key: string) => firstTables.find(({ id }) => id === key)!

const withRules = (story: (here: { trx: Trx; caijing: Person }) => Promise<void>) =>
  inRollback(async (trx) => {
    await publishRules(trx, new Date('2026-11-01T00:00:00Z'))
    await story({ trx, caijing: await settle(trx, { name: '蔡静', verbs: ['processes.rule.*'] }) })
  })

const codeOf = async (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error) => (error instanceof Refusal ? error.problem.code : Promise.reject(error)),
  )

/** The next version of the homestead standard: one limit for everybody. */
async function publishNext(trx: Trx, at: Date): Promise<void> {
  const next: DecisionTable = {
    ...table(KEY),
    version: 'next',
    rules: [{ id: 'rule-1', tests: ['-', '-'], results: ['150', '"需核实"', '"新标准"'], annotations: ['试点'] }],
  }
  await sql`insert into decision_definition (key, version, digest, definition, published_at)
    values (${KEY}, 1001, 'next', ${json(next)}, ${at})`.execute(trx)
}

test('the rules that come with the program are sound, and each of their lines can be reached', () => {
  for (const one of firstTables) assert.deepEqual([...checkTable(one), ...checkCells(one)], [], one.name)
  const facts = [
    { terrain: '城市郊区', homesteadArea: 133 },
    { terrain: '城市郊区', homesteadArea: 133.01 },
    { terrain: '川地塬地', homesteadArea: 200 },
    { terrain: '川地塬地', homesteadArea: 201 },
    { terrain: '山地丘陵', homesteadArea: 267 },
    { terrain: '山地丘陵', homesteadArea: 300 },
  ]
  const rows = facts.map((one) => {
    const answer = answerRule(table(KEY), one)
    return 'code' in answer ? answer.code : answer.matched.map(({ row }) => row)
  })
  assert.deepEqual(rows, [[1], [2], [3], [4], [5], [6]])
})

test('a rule is asked, answers with the line and its reason, and the call is kept and audited', () =>
  withRules(async ({ trx, caijing }) => {
    const facts = { terrain: '川地塬地', homesteadArea: 236.4 }
    const answer = await act(trx, caijing, decideRule, { key: KEY, facts, subject: '东关村 12 号' })
    assert.deepEqual(answer.results, [
      { limit: 200, conclusion: '需核实', opinion: '超过川地、塬地每户标准，超出部分不予确权。' },
    ])
    assert.deepEqual(
      answer.matched.map(({ row, because }) => [row, because.map(({ test: asked }) => asked)]),
      [[4, ['"川地塬地"', '> 200']]],
    )
    const calls = await ask(trx, caijing, listCalls, { key: KEY })
    assert.deepEqual(
      calls.rows.map(({ version, by, subject, isDecided }) => [version, by, subject, isDecided]),
      [[1, '蔡静', '东关村 12 号', true]],
    )
    assert.deepEqual((await ask(trx, caijing, viewRule, { key: KEY })).hits, { 'rule-4': 1 })
    const audit = await sql`select subject from audit where verb = 'processes.rule.decide'`.execute(trx)
    assert.deepEqual(audit.rows, [{ subject: `rule:${KEY}` }])
  }))

test('what no line matches is answered as undecided, with what was not given', () =>
  withRules(async ({ trx, caijing }) => {
    const answer = await act(trx, caijing, decideRule, { key: KEY, facts: { terrain: '川地塬地' } })
    assert.deepEqual([answer.isDecided, answer.results, answer.unknown], [false, [], ['宅基地面积（m²）']])
  }))

test('the newest version answers, an older one where it is named; of a day, the one then in force', () =>
  withRules(async ({ trx, caijing }) => {
    await publishNext(trx, new Date('2026-11-20T00:00:00Z'))
    const facts = { terrain: '山地丘陵', homesteadArea: 180 }
    const limit = async (version?: number) => {
      const { results } = await act(trx, caijing, decideRule, { key: KEY, facts, ...(version && { version }) })
      return results[0]!.limit
    }
    assert.deepEqual([await limit(), await limit(1), await limit(1001)], [150, 267, 150])
    const on = async (day: string) => (await publishedRule(trx, KEY, { on: new Date(day) })).version
    assert.deepEqual([await on('2026-11-10'), await on('2026-11-21'), await on('2020-01-01')], [1, 1001, 1])
    assert.equal(
      await codeOf(act(trx, caijing, decideRule, { key: KEY, version: 7, facts })),
      'processes.rule.unknown-version',
    )
    assert.equal(await codeOf(act(trx, caijing, decideRule, { key: 'rules.none', facts })), 'processes.rule.unknown')
  }))

test('a contradiction refuses one question, and in a batch only its own row', () =>
  withRules(async ({ trx, caijing }) => {
    const unique: DecisionTable = {
      ...table(KEY),
      id: 'rules.contradicts',
      rules: ['> 1', '> 2'].map((asked, i) => ({
        ...{ id: `rule-${i}`, tests: ['-', asked], results: ['1', '"符合"', '""'], annotations: [''] },
      })),
    }
    await sql`insert into decision_definition (key, version, digest, definition, published_at)
      values ('rules.contradicts', 1, 'x', ${json(unique)}, now())`.execute(trx)
    const key = 'rules.contradicts'
    const three = { homesteadArea: 3 }
    assert.equal(await codeOf(act(trx, caijing, decideRule, { key, facts: three })), 'process.decision.not-unique')
    const rows = [
      { id: 'A', facts: { homesteadArea: 2 } },
      { id: 'B', facts: three },
      { id: 'C', facts: { homesteadArea: 0 } },
    ]
    const many = await act(trx, caijing, decideMany, { key, rows })
    assert.deepEqual(
      many.rows.map((row) => [row.id, 'problem' in row ? row.problem.code : row.isDecided]),
      [
        ['A', true],
        ['B', 'process.decision.not-unique'],
        ['C', false],
      ],
    )
    assert.equal(many.refused, 1)
    assert.equal((await ask(trx, caijing, listCalls, { key })).total, 3)
  }))

test('calls cannot be rewritten', () =>
  withRules(async ({ trx, caijing }) => {
    await act(trx, caijing, decideRule, { key: KEY, facts: { terrain: '山地丘陵', homesteadArea: 1 } })
    await assert.rejects(sql`update decision_call set answer = '{}'`.execute(trx))
  }))

test('the catalogue tells what each asks and answers, and how often it was asked', () =>
  withRules(async ({ trx, caijing }) => {
    await act(trx, caijing, decideRule, { key: KEY, facts: { terrain: '山地丘陵', homesteadArea: 1 } })
    const { rows, total } = await ask(trx, caijing, listRules, { text: '宅基地' })
    assert.equal(total, 1)
    assert.deepEqual(
      rows.map(({ inputs, outputs, rules, calls, usedBy }) => [inputs, outputs, rules, calls, usedBy]),
      [[['所在地', '宅基地面积（m²）'], ['每户标准（m²）', '审查结论', '审查意见'], 6, 1, []]],
    )
  }))

test('a bench knows from the table what kind of value each condition takes', () => {
  assert.deepEqual(
    inputsOf(table('rules.temporaryTerm')).map(({ name, kind }) => [name, kind]),
    [
      ['years', 'number'],
      ['isMajor', 'yesNo'],
      ['basicFarmland', 'number'],
    ],
  )
  assert.deepEqual(inputsOf(table('rules.farmFacility'))[0], {
    ...{ name: 'facility', label: '设施类型', kind: 'text', choices: ['crops', 'livestock', 'aquaculture'] },
  })
  assert.deepEqual(
    inputsOf(table('rules.landOnMap')).map(({ name }) => name),
    ['mapBasicFarmland', 'mapRedline', 'landArea', 'mapArea', 'mapFarmland', 'farmland'],
  )
})

test('rows pasted from a sheet are read by name or label; strange and missing columns are told', () => {
  const inputs = inputsOf(table(KEY))
  const read = readRows(
    '编号\t所在地\t宅基地面积（m²）\t户主\nA-1\t川地塬地\t180\t张三\n\nA-2\t山地丘陵\t\t李四',
    inputs,
  )
  assert.deepEqual(read.rows, [
    { id: 'A-1', facts: { terrain: '川地塬地', homesteadArea: 180 } },
    { id: 'A-2', facts: { terrain: '山地丘陵', homesteadArea: null } },
  ])
  assert.deepEqual([read.strange, readRows('terrain\n山地丘陵', inputs).missing], [['户主'], ['宅基地面积（m²）']])
})

test('a large table is not asked of more rows at once than others can wait for', () => {
  const large = { ...table(KEY), rules: Array.from({ length: 1000 }, () => table(KEY).rules[0]!) }
  assert.deepEqual([tooMuch(large, 100), tooMuch(large, 101)?.params?.most], [undefined, 100])
})
