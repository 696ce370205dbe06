import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../problems/problem.ts'
import { evaluateFeel, isFeel } from '../feel.ts'
import { evaluateDecision } from './evaluate.ts'
import { readDmn } from './read-dmn.ts'
import type { DecisionTable } from './table.ts'
import { passes } from './unary.ts'
import { writeDmn } from './write-dmn.ts'

const NEWEST = 'https://www.omg.org/spec/DMN/20240513/MODEL/'
const cells = (tag: string, texts: string[]): string =>
  texts.map((text) => `<${tag}><text><![CDATA[${text}]]></text></${tag}>`).join('')

/** A table over one input; each rule is its test and its result. */
const dmn = (rules: string[][], { policy = '', namespace = NEWEST, type = 'string' } = {}): string =>
  `<definitions xmlns="${namespace}" id="d" name="d" namespace="n"><decision id="t" name="表"><decisionTable ${policy}>
    <input id="i"><inputExpression typeRef="${type}"><text>x</text></inputExpression></input><output id="o" name="r"/>
    ${rules.map(([first, ...rest]) => `<rule>${cells('inputEntry', [first!])}${cells('outputEntry', rest)}</rule>`).join('')}
  </decisionTable></decision></definitions>`

async function tableOf(xml: string): Promise<DecisionTable> {
  const table = await readDmn(xml)
  return 'code' in table ? assert.fail(table.code) : table
}

async function resultOf(xml: string, x: unknown): Promise<unknown> {
  const answer = evaluateDecision(await tableOf(xml), { x })
  return 'code' in answer ? answer.code : answer.outputs?.r
}

test('files of DMN 1.1 to 1.6 are read', async () => {
  const first = 'http://www.omg.org/spec/DMN/20151101/dmn.xsd'
  for (const namespace of [first, 'http://www.omg.org/spec/DMN/20180521/MODEL/', NEWEST])
    assert.equal(await resultOf(dmn([['< 5', '"small"']], { namespace }), 3), 'small')
})

test('a rule without a cell for each column is refused by name', async () => {
  const answer = await readDmn(dmn([['-']]))
  assert.equal('code' in answer && answer.code, 'process.decision.rule-shape')
})

test('a day among the facts is a text, and is compared as a day where the column is one', async () => {
  const xml = dmn(
    [
      ['< date("2025-01-01")', '"before"'],
      ['[date("2025-01-01")..date("2025-12-31")]', '"in"'],
    ],
    {
      type: 'date',
    },
  )
  assert.deepEqual([await resultOf(xml, '2024-12-31'), await resultOf(xml, '2025-02-28')], ['before', 'in'])
  const table = await tableOf(xml)
  assert.deepEqual(await tableOf(await writeDmn(table)), table)
})

test('the least and the greatest are found of days, too; what is no number is not left out of a sum', async () => {
  const days = [
    ['-', 'date("2024-05-01")'],
    ['-', 'date("2024-01-01")'],
  ]
  const collect = (aggregation: string) => ({ policy: `hitPolicy="COLLECT" aggregation="${aggregation}"` })
  assert.equal(await resultOf(dmn(days, collect('MAX')), 1), '2024-05-01')
  assert.equal(await resultOf(dmn(days, collect('MIN')), 1), '2024-01-01')
  const mixed = [
    ['-', '"a"'],
    ['-', '5'],
  ]
  assert.equal(await resultOf(dmn(mixed, collect('SUM')), 1), 'process.decision.not-numbers')
})

test('values of the wrong kind pass no test, and work out to nothing', () => {
  assert.equal(passes('> y', 1, { y: { a: 1 } }), false)
  assert.equal(passes('[y..z]', 1, { y: [1], z: {} }), false)
  assert.equal(evaluateFeel('x in [y..z]', { x: 1, y: [1], z: {} }), null)
  assert.equal(evaluateFeel('{ f: function(x) f(x), r: f(1) }.r', {}), null)
})

test('an expression that would go on for ever is stopped and refused by its text', () => {
  const tooLong = (error: unknown) => error instanceof Refusal && error.problem.code === 'kernel.takes-too-long'
  assert.throws(() => evaluateFeel('count(for i in 1..n return i)', { n: 1e9 }), tooLong)
  assert.throws(() => passes('matches(?, "^(a+)+$")', `${'a'.repeat(60)}!`, {}), tooLong)
  assert.ok(isFeel('count(for i in 1..1000000000 return i)'), 'to read it is not to work it out')
})

test('a value that has no text of its own is told as what was sent', async () => {
  const xml = dmn([['-', '1']]).replace(
    '</inputExpression>',
    '</inputExpression><inputValues><text>"a"</text></inputValues>',
  )
  const answer = evaluateDecision(await tableOf(xml), { x: { toString: null } })
  assert.deepEqual('code' in answer && [answer.code, answer.params?.value], [
    'process.decision.input-not-allowed',
    '{"toString":null}',
  ])
})
