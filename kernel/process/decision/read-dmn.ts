import { type DmnDecision, type DmnDefinitions, DmnModdle, type DmnTable } from 'dmn-moddle'
import { canonicalJson } from '../../crypto/canonical-json.ts'
import { sm3 } from '../../crypto/sm3.ts'
import { invalid, type Problem } from '../../problems/problem.ts'
import { isFeel } from '../feel.ts'
import type { DecisionRule, DecisionTable, HitPolicy } from './table.ts'
import { isTemporal } from './temporal.ts'
import { isUnaryTest } from './unary.ts'

/** The vocabulary of tables is the same in DMN 1.1 to 1.6; the parser knows 1.3 only. */
const OTHER_VERSIONS = /https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324|20240513)\/(MODEL|DMNDI)\//g
const FIRST_VERSION = /http:\/\/www\.omg\.org\/spec\/DMN\/20151101(?:\/dmn\.xsd)?(?=["'])/g
const KNOWN_VERSION = 'https://www.omg.org/spec/DMN/20191111/$1/'

export const POLICIES: Record<string, HitPolicy> = {
  UNIQUE: 'U',
  ANY: 'A',
  PRIORITY: 'P',
  FIRST: 'F',
  'RULE ORDER': 'R',
  'OUTPUT ORDER': 'O',
  COLLECT: 'C',
  'COLLECT SUM': 'C+',
  'COLLECT MIN': 'C<',
  'COLLECT MAX': 'C>',
  'COLLECT COUNT': 'C#',
}

const refusal = (name: string, params: Problem['params'] = {}): Problem => invalid(`process.decision.${name}`, params)

/** The decision table of a DMN 1.2–1.5 document, or its expression as one; `name` (or id) chooses where there are several. */
export async function readDmn(xml: string, name?: string): Promise<DecisionTable | Problem> {
  const definitions = await parse(xml)
  if ('code' in definitions) return definitions
  const decisions = (definitions.drgElement ?? []).filter(({ $type }) => $type === 'dmn:Decision')
  const wanted = decisions.filter((one) => (name ? one.id === name || one.name === name : isTable(one)))
  const [decision] = wanted
  if (!decision) return refusal('not-found', { name: name ?? '' })
  if (wanted.length > 1) return refusal('several', { names: wanted.map((one) => one.name ?? one.id).join('、') })
  if (isTable(decision)) return tableOf(decision, decision.decisionLogic!)
  const expression = expressionOf(decision, definitions)
  return expression
    ? tableOf(decision, asTable(expression))
    : refusal('not-a-table', { name: decision.name ?? decision.id })
}

/** A decision's own expression, with the functions it calls written into it (DMN 1.3 §7.3.8): then it needs nothing else. */
function expressionOf({ decisionLogic, knowledgeRequirement = [] }: DmnDecision, { drgElement = [] }: DmnDefinitions) {
  const own = decisionLogic?.$type === 'dmn:LiteralExpression' ? trimmed(decisionLogic) : ''
  const functions = knowledgeRequirement.map(({ requiredKnowledge }) => {
    const model = drgElement.find(({ id }) => `#${id}` === requiredKnowledge?.href)
    const { formalParameter = [], body } = model?.encapsulatedLogic ?? {}
    const names = formalParameter.map(({ name }) => name).join(', ')
    return body?.$type === 'dmn:LiteralExpression' && `${model!.name}: function(${names}) ${trimmed(body)}`
  })
  if (own === '' || functions.length === 0) return own
  return functions.every(Boolean) ? `{ ${functions.join(', ')}, result: ${own} }.result` : ''
}

/** A decision that is an expression is a table of one rule that asks for nothing. */
const asTable = (text: string): DmnTable => ({
  output: [{ id: 'result' }],
  rule: [{ id: 'rule', outputEntry: [{ text }] }],
})

const isTable = ({ decisionLogic }: DmnDecision): boolean => decisionLogic?.$type === 'dmn:DecisionTable'

const known = (xml: string): string =>
  xml.replaceAll(FIRST_VERSION, KNOWN_VERSION.replace('$1', 'MODEL')).replaceAll(OTHER_VERSIONS, KNOWN_VERSION)

async function parse(xml: string): Promise<DmnDefinitions | Problem> {
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(known(xml))
    return leftOut(warnings.flatMap(({ error }) => error?.message ?? [])) ?? rootElement
  } catch {
    return refusal('unreadable')
  }
}

/** The parser goes on without what it cannot place; a table that has lost a rule would decide otherwise than its author meant. */
function leftOut(faults: string[]): Problem | undefined {
  const twice = faults.flatMap((fault) => /^duplicate ID <(.+)>$/.exec(fault)?.[1] ?? [])
  if (twice.length > 0) return refusal('same-id', { ids: [...new Set(twice)].join('、') })
  return faults.length > 0 ? refusal('left-out', { faults: [...new Set(faults)].join('；') }) : undefined
}

function tableOf(decision: DmnDecision, dmn: DmnTable): DecisionTable | Problem {
  const policy = [dmn.hitPolicy ?? 'UNIQUE', dmn.aggregation].filter(Boolean).join(' ')
  const hitPolicy = POLICIES[policy]
  if (!hitPolicy) return refusal('hit-policy', { policy })
  const content = {
    id: decision.id,
    name: decision.name ?? decision.id,
    hitPolicy,
    inputs: (dmn.input ?? []).map(inputOf),
    outputs: (dmn.output ?? []).map((output, i) =>
      outputOf(output, i === 0 ? (decision.name ?? 'result') : `result${i + 1}`),
    ),
    annotations: (dmn.annotation ?? []).map((column) => column.name ?? ''),
    rules: (dmn.rule ?? []).map(ruleOf),
  }
  const crooked = content.rules.find(
    ({ tests, results }) => tests.length !== content.inputs.length || results.length !== content.outputs.length,
  )
  if (crooked)
    return refusal('rule-shape', { rule: crooked.id, inputs: content.inputs.length, outputs: content.outputs.length })
  const unreadable = firstUnreadable(content)
  if (unreadable) return refusal('expression', unreadable)
  return { ...content, version: sm3(canonicalJson(content)) }
}

const trimmed = (element: { text?: string } | undefined): string => element?.text?.trim() ?? ''

function inputOf(input: NonNullable<DmnTable['input']>[number]): DecisionTable['inputs'][number] {
  const expression = trimmed(input.inputExpression)
  const allowed = trimmed(input.inputValues)
  const type = input.inputExpression?.typeRef?.replace(/^feel:/, '')
  return {
    ...{ id: input.id, label: input.label ?? expression, expression },
    ...(allowed && { allowed }),
    ...(isTemporal(type) && { type }),
  }
}

function outputOf(output: NonNullable<DmnTable['output']>[number], unnamed: string): DecisionTable['outputs'][number] {
  const name = output.name ?? unnamed
  const fallback = trimmed(output.defaultOutputEntry)
  const values = splitList(trimmed(output.outputValues))
  return { name, label: output.label ?? name, values, ...(fallback && { fallback }) }
}

/** The parts of `"a, b", 3`: commas inside quotes do not part. */
const splitList = (list: string): string[] =>
  (list.match(/(?:"(?:\\.|[^"\\])*"|[^,"])+/g) ?? []).map((part) => part.trim())

function ruleOf(rule: NonNullable<DmnTable['rule']>[number], i: number): DecisionRule {
  const description = rule.description?.trim()
  return {
    id: rule.id ?? `rule-${i + 1}`,
    tests: (rule.inputEntry ?? []).map((entry) => trimmed(entry) || '-'),
    results: (rule.outputEntry ?? []).map(trimmed),
    annotations: (rule.annotationEntry ?? []).map(trimmed),
    ...(description && { description }),
  }
}

function firstUnreadable(table: Omit<DecisionTable, 'version'>): { where: string; expression: string } | undefined {
  const input = table.inputs.find(({ expression }) => !isFeel(expression))
  if (input) return { where: input.label, expression: input.expression }
  for (const { id, tests, results } of table.rules) {
    const expression = tests.find((test) => !isUnaryTest(test)) ?? results.find((text) => text !== '' && !isFeel(text))
    if (expression !== undefined) return { where: id, expression }
  }
  return undefined
}
