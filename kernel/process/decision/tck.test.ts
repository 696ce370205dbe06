import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { evaluateDecision } from './evaluate.ts'
import { readDmn } from './read-dmn.ts'

const ZIP = '../shared/fixtures/oracles/dmn_tck.zip'
const skip = existsSync(ZIP) ? false : `${ZIP} is not here`

type Element = { tag: string; attributes: Record<string, string>; children: Element[]; text: string }

/** Enough of XML for the test cases: no comments inside, no CDATA. */
function parse(xml: string): Element {
  const root: Element = { tag: '', attributes: {}, children: [], text: '' }
  const open = [root]
  for (const [, closing, tag, attributes, empty, text] of xml.matchAll(/<(\/?)([\w:]+)([^>]*?)(\/?)>([^<]*)/g)) {
    if (closing) open.pop()
    else {
      const pairs = [...attributes!.matchAll(/([\w:]+)="([^"]*)"/g)].map((pair) => [pair[1], pair[2]])
      const element: Element = { tag: tag!, attributes: Object.fromEntries(pairs), children: [], text: text!.trim() }
      open.at(-1)!.children.push(element)
      if (!empty) open.push(element)
    }
  }
  return root
}

const childrenOf = (element: Element, tag: string): Element[] => element.children.filter((child) => child.tag === tag)

function valueIn(element: Element): unknown {
  const [first] = element.children
  if (!first) return null
  if (first.tag === 'list') return childrenOf(first, 'item').map(valueIn)
  if (first.tag === 'component')
    return Object.fromEntries(element.children.map((one) => [one.attributes.name, valueIn(one)]))
  const type = first.attributes['xsi:type']
  if (first.attributes['xsi:nil'] === 'true') return null
  if (type === 'xsd:boolean') return first.text === 'true'
  return type === 'xsd:string' ? first.text : Number(first.text)
}

/** A table with one output gives the value itself, else a context; no match is null. */
function asFeel(outputs: Record<string, unknown> | undefined): unknown {
  const values = Object.values(outputs ?? {})
  return outputs === undefined ? null : values.length === 1 ? values[0] : outputs
}

test('all decisions of the DMN TCK level 2 decide as the suite expects', {
  skip,
}, async (context) => {
  const files = unzipSync(readFileSync(ZIP))
  const models = Object.keys(files).filter((name) => name.endsWith('.dmn'))
  let [all, decided] = [0, 0]
  const beyond = new Set<string>()
  for (const name of models) {
    const xml = strFromU8(files[name]!)
    const suite = parse(strFromU8(files[name.replace('.dmn', '-test-01.xml')]!)).children.find(
      ({ tag }) => tag === 'testCases',
    )!
    for (const one of childrenOf(suite, 'testCase')) {
      all++
      if (await decides(xml, one, name)) decided++
      else beyond.add(name.split('/').at(-1)!)
    }
  }
  context.diagnostic(`${decided} of ${all} cases; not read: ${[...beyond].join(', ')}`)
  assert.equal(decided, 116)
})

/** Are all results of the case decided by the decision asked for alone? Then they must be as expected. */
async function decides(xml: string, one: Element, name: string): Promise<boolean> {
  const facts = Object.fromEntries(childrenOf(one, 'inputNode').map((input) => [input.attributes.name, valueIn(input)]))
  for (const result of childrenOf(one, 'resultNode')) {
    const table = await readDmn(xml, result.attributes.name)
    if ('code' in table) {
      assert.equal(table.code, 'process.decision.not-a-table', `${name} ${JSON.stringify(table)}`)
      return false
    }
    const decision = evaluateDecision(table, facts)
    const found =
      'code' in decision
        ? null
        : decision.hits.length > 0 && decision.outputs === undefined
          ? decision.hits.map(asFeel)
          : asFeel(decision.outputs)
    assertSame(found, valueIn(childrenOf(result, 'expected')[0]!), `${name} ${one.attributes.id}`)
  }
  return true
}

/** Numbers of the suite are decimals; ours are doubles, which agree to twelve digits. */
function assertSame(found: unknown, expected: unknown, where: string): void {
  if (typeof found === 'number' && typeof expected === 'number')
    assert.ok(Math.abs(found - expected) <= 1e-12 * Math.abs(expected), `${where}: ${found}, not ${expected}`)
  else assert.deepEqual(found, expected, where)
}
