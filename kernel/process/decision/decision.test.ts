import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateDecision } from './evaluate.ts'
import { readDmn } from './read-dmn.ts'
import type { DecisionTable } from './table.ts'
import { writeDmn } from './write-dmn.ts'

type Row = { tests: string[]; results: string[]; note?: string }

const text = (value: string): string => `<text>${value.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</text>`

/** A table over approved share, ordered class and owner, as an administrator would draw it. */
const dmn = (policy: string, rows: Row[], outputs: string): string => `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="d" namespace="yutu">
  <decision id="screening" name="甄别结论"><decisionTable ${policy}>
    <input id="i1" label="批准面积占比"><inputExpression>${text('approved')}</inputExpression></input>
    <input id="i2" label="地类"><inputExpression>${text('DLBM')}</inputExpression><inputValues>${text('"0101","0702"')}</inputValues></input>
    ${outputs}<annotation name="依据"/>
    ${rows
      .map(
        ({ tests, results, note }, i) => `<rule id="r${i + 1}">
      ${tests.map((one) => `<inputEntry>${text(one)}</inputEntry>`).join('')}
      ${results.map((one) => `<outputEntry>${text(one)}</outputEntry>`).join('')}
      <annotationEntry>${text(note ?? '')}</annotationEntry></rule>`,
      )
      .join('')}
  </decisionTable></decision></definitions>`

const conclusion = `<output id="o1" name="conclusion"><outputValues>${text('"suspect","person","lawful"')}</outputValues></output>`

const screening: Row[] = [
  { tests: ['>= 0.95', '-'], results: ['"lawful"'], note: '批准范围基本覆盖' },
  { tests: ['< 0.05', '"0702"'], results: ['"suspect"'], note: '建设用地无批准' },
  { tests: ['[0.05..0.95)', '-'], results: ['"person"'] },
]

async function tableOf(xml: string): Promise<DecisionTable> {
  const table = await readDmn(xml)
  return 'code' in table ? assert.fail(table.code) : table
}

test('a table decides, names the rule and gives the reason in words and values', async () => {
  const table = await tableOf(dmn('hitPolicy="UNIQUE"', screening, conclusion))
  assert.deepEqual(evaluateDecision(table, { approved: 0.01, DLBM: '0702' }), {
    outputs: { conclusion: 'suspect' },
    hits: [{ conclusion: 'suspect' }],
    matchedRules: ['r2'],
    reasons: [
      {
        rule: 'r2',
        text: '建设用地无批准',
        because: [
          { label: '批准面积占比', value: 0.01, test: '< 0.05' },
          { label: '地类', value: '0702', test: '"0702"' },
        ],
      },
    ],
    unknown: [],
  })
})

test('what the facts do not say is named, and matches nothing', async () => {
  const table = await tableOf(dmn('hitPolicy="UNIQUE"', screening, conclusion))
  const decision = evaluateDecision(table, { DLBM: '0101' })
  assert.ok('unknown' in decision)
  assert.deepEqual([decision.outputs, decision.unknown], [undefined, ['批准面积占比']])
})

test('a table that contradicts itself or is asked about a value it does not know refuses', async () => {
  const overlapping = [...screening, { tests: ['> 0.9', '-'], results: ['"person"'] }]
  const code = async (policy: string, rows: Row[], facts: object) => {
    const answer = evaluateDecision(await tableOf(dmn(policy, rows, conclusion)), { ...facts })
    return 'code' in answer ? answer.code : 'decided'
  }
  const facts = { approved: 1, DLBM: '0101' }
  assert.equal(await code('hitPolicy="UNIQUE"', overlapping, facts), 'process.decision.not-unique')
  assert.equal(await code('hitPolicy="ANY"', overlapping, facts), 'process.decision.contradiction')
  assert.equal(await code('hitPolicy="FIRST"', overlapping, facts), 'decided')
  assert.equal(
    await code('hitPolicy="FIRST"', screening, { approved: 1, DLBM: '9999' }),
    'process.decision.input-not-allowed',
  )
})

test('priority takes the gravest conclusion, output order lists them all', async () => {
  const rows = [
    { tests: ['-', '-'], results: ['"lawful"'] },
    { tests: ['-', '-'], results: ['"suspect"'] },
  ]
  const facts = { approved: 1, DLBM: '0101' }
  const gravest = evaluateDecision(await tableOf(dmn('hitPolicy="PRIORITY"', rows, conclusion)), facts)
  const all = evaluateDecision(await tableOf(dmn('hitPolicy="OUTPUT ORDER"', rows, conclusion)), facts)
  assert.ok('outputs' in gravest && 'hits' in all)
  assert.deepEqual(gravest.outputs, { conclusion: 'suspect' })
  assert.deepEqual(all.hits, [{ conclusion: 'suspect' }, { conclusion: 'lawful' }])
})

test('collect sums, and a default answers where nothing matches', async () => {
  const points = '<output id="o1" name="points"/>'
  const rows = [
    { tests: ['> 0', '-'], results: ['approved * 10'] },
    { tests: ['-', '-'], results: ['5'] },
  ]
  const sum = evaluateDecision(await tableOf(dmn('hitPolicy="COLLECT" aggregation="SUM"', rows, points)), {
    approved: 2,
    DLBM: '0101',
  })
  assert.ok('outputs' in sum)
  assert.deepEqual(sum.outputs, { points: 25 })
  const fallback = conclusion.replace(
    '</output>',
    `<defaultOutputEntry>${text('"person"')}</defaultOutputEntry></output>`,
  )
  const none = evaluateDecision(await tableOf(dmn('hitPolicy="UNIQUE"', [], fallback)), { approved: 2, DLBM: '0101' })
  assert.ok('outputs' in none)
  assert.deepEqual([none.outputs, none.matchedRules], [{ conclusion: 'person' }, []])
})

test('the version is the content: it changes with any rule and not with the layout of the file', async () => {
  const xml = dmn('hitPolicy="UNIQUE"', screening, conclusion)
  const { version } = await tableOf(xml)
  assert.equal((await tableOf(xml.replaceAll('\n', '\n\n'))).version, version)
  assert.notEqual((await tableOf(xml.replace('0.95', '0.90'))).version, version)
})

test('what is not a readable table is refused by name', async () => {
  const xml = dmn('hitPolicy="UNIQUE"', screening, conclusion)
  const code = async (...args: Parameters<typeof readDmn>) => {
    const answer = await readDmn(...args)
    return 'code' in answer ? answer.code : 'read'
  }
  assert.equal(await code('<html/>'), 'process.decision.unreadable')
  assert.equal(await code(xml, 'other'), 'process.decision.not-found')
  assert.equal(await code(xml, '甄别结论'), 'read')
  assert.equal(
    await code(dmn('hitPolicy="COLLECT" aggregation="AVG"', screening, conclusion)),
    'process.decision.hit-policy',
  )
  assert.equal(await code(xml.replace('&lt; 0.05', '&lt; (')), 'process.decision.expression')
  assert.equal(await code(xml.replace('<rule ', '<ruel/><rule ')), 'process.decision.left-out')
})

test('two rules of one id are refused by that id, not thinned out', async () => {
  const xml = dmn('hitPolicy="UNIQUE"', screening, conclusion)
  assert.deepEqual(await readDmn(xml.replace('"r3"', '"r1"')), {
    code: 'process.decision.same-id',
    status: 422,
    params: { ids: 'r1' },
  })
})

test('a table goes out as DMN for a table editor and comes back the same, with the same version', async () => {
  const described = dmn('hitPolicy="UNIQUE"', screening, conclusion).replace(
    '<rule id="r1">',
    '<rule id="r1"><description>已批</description>',
  )
  const fallback = conclusion.replace(
    '</output>',
    `<defaultOutputEntry>${text('"person"')}</defaultOutputEntry></output>`,
  )
  const policies = ['hitPolicy="COLLECT" aggregation="SUM"', 'hitPolicy="RULE ORDER"', 'hitPolicy="FIRST"', '']
  for (const xml of [described, ...policies.map((policy) => dmn(policy, screening, fallback))]) {
    const table = await tableOf(xml)
    assert.deepEqual(await tableOf(await writeDmn(table)), table)
  }
})
