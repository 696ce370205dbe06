import { DmnModdle } from 'dmn-moddle'
import { POLICIES } from './read-dmn.ts'
import type { DecisionInput, DecisionOutput, DecisionRule, DecisionTable } from './table.ts'

type Element = Record<string, unknown>

/** The table as a DMN 1.3 document that any table editor opens; `readDmn` gives the same table, with the same version. */
export async function writeDmn(table: DecisionTable): Promise<string> {
  const moddle = new DmnModdle()
  const make = (type: string, properties: Element): Element => moddle.create(`dmn:${type}`, properties)
  const [hitPolicy, aggregation] = policyOf(table)
  const decisionLogic = make('DecisionTable', {
    id: `${table.id}.table`,
    hitPolicy,
    ...(aggregation && { aggregation }),
    input: table.inputs.map((input) => inputFor(make, input)),
    output: table.outputs.map((output, i) => outputFor(make, output, `${table.id}.output${i + 1}`)),
    annotation: table.annotations.map((name) => make('RuleAnnotationClause', { name })),
    rule: table.rules.map((rule) => ruleFor(make, rule)),
  })
  const decision = make('Decision', { id: table.id, name: table.name, decisionLogic })
  const definitions = make('Definitions', {
    id: `${table.id}.definitions`,
    name: table.name,
    namespace: 'urn:yutu:decision',
    drgElement: [decision],
  })
  return (await moddle.toXML(definitions, { format: true })).xml
}

type Make = (type: string, properties: Element) => Element

function policyOf({ hitPolicy }: DecisionTable): [policy: string, aggregation: string | undefined] {
  const name = Object.keys(POLICIES).find((one) => POLICIES[one] === hitPolicy)!
  const [, policy, aggregation] = /^(.*?)(?: (SUM|MIN|MAX|COUNT))?$/.exec(name)!
  return [policy!, aggregation]
}

function inputFor(make: Make, { id, label, expression, allowed, type }: DecisionInput): Element {
  return make('InputClause', {
    id,
    label,
    inputExpression: make('LiteralExpression', {
      ...{ id: `${id}.expression`, text: expression },
      ...(type && { typeRef: type }),
    }),
    ...(allowed && { inputValues: make('UnaryTests', { id: `${id}.values`, text: allowed }) }),
  })
}

function outputFor(make: Make, { name, label, values, fallback }: DecisionOutput, id: string): Element {
  return make('OutputClause', {
    id,
    name,
    label,
    ...(values.length > 0 && { outputValues: make('UnaryTests', { id: `${id}.values`, text: values.join(',') }) }),
    ...(fallback && { defaultOutputEntry: make('LiteralExpression', { id: `${id}.default`, text: fallback }) }),
  })
}

function ruleFor(make: Make, { id, tests, results, annotations, description }: DecisionRule): Element {
  return make('DecisionRule', {
    id,
    ...(description && { description }),
    inputEntry: tests.map((text, i) => make('UnaryTests', { id: `${id}.in${i + 1}`, text })),
    outputEntry: results.map((text, i) => make('LiteralExpression', { id: `${id}.out${i + 1}`, text })),
    annotationEntry: annotations.map((text) => make('RuleAnnotation', { text })),
  })
}
