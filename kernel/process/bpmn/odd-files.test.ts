import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkModel } from '../check.ts'
import { toFeel } from './expressions.ts'
import { readBpmn } from './read-bpmn.ts'
import { writeBpmn } from './write-bpmn.ts'

const file = (inside: string): string => `<?xml version="1.0"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:fl="http://flowable.org/bpmn"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="x">
  <b:process id="p"><b:startEvent id="s"/><b:endEvent id="e"/>${inside}</b:process></b:definitions>`
const flow = (from: string, to: string): string =>
  `<b:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`
const task = (inside: string, attributes = ''): string =>
  file(`<b:userTask id="a" ${attributes}>${inside}</b:userTask>${flow('s', 'a')}${flow('a', 'e')}`)

const refusedAs = async (xml: string): Promise<string[]> => {
  const reading = await readBpmn(xml)
  return 'problems' in reading ? reading.problems.map(({ code, params }) => `${code} ${params?.id}`) : []
}

async function stepIn(xml: string, id: string) {
  const reading = await readBpmn(xml)
  return 'model' in reading ? reading.model.steps.find((step) => step.id === id) : assert.fail(JSON.stringify(reading))
}

test('attributes of another engine are found under whatever prefix the file gives them', async () => {
  const marker = '<b:multiInstanceLoopCharacteristics fl:collection="signers"/>'
  const step = await stepIn(task(marker, 'fl:candidateGroups="officers"'), 'a')
  assert.ok(step?.kind === 'userTask')
  assert.deepEqual([step.role, step.coSign?.signers], ['officers', 'signers'])
})

test('a link that leads to itself is refused, not followed for ever', async () => {
  const link = '<b:linkEventDefinition name="L"/>'
  const inside = `<b:intermediateThrowEvent id="t">${link}</b:intermediateThrowEvent>
    <b:intermediateCatchEvent id="c">${link}</b:intermediateCatchEvent>${flow('s', 't')}${flow('c', 't')}`
  assert.deepEqual(await refusedAs(file(inside)), ['process.bpmn.link t'])
})

test('an event of several definitions, and a gateway that waits for all its events, are refused', async () => {
  const event = (id: string, definitions: string): string =>
    `<b:intermediateCatchEvent id="${id}">${definitions}</b:intermediateCatchEvent>${flow(id, 'e')}`
  const [timer, signal] = [
    '<b:timerEventDefinition><b:timeDuration>PT1H</b:timeDuration></b:timerEventDefinition>',
    '<b:signalEventDefinition/>',
  ]
  assert.deepEqual(await refusedAs(file(event('t', timer + signal) + flow('s', 't'))), [
    'process.bpmn.event-multiple t',
  ])
  const gateway = `<b:eventBasedGateway id="g" eventGatewayType="Parallel"/>${flow('s', 'g')}${flow('g', 't')}${flow('g', 'u')}`
  assert.deepEqual(await refusedAs(file(gateway + event('t', timer) + event('u', signal))), [
    'process.bpmn.event-parallel g',
  ])
})

test('a completion condition is read when it says how many, and refused when it says more', async () => {
  const needOf = async (condition: string) => {
    const body = `<b:completionCondition>${condition}</b:completionCondition>`
    const xml = task(
      `<b:multiInstanceLoopCharacteristics fl:collection="s">${body}</b:multiInstanceLoopCharacteristics>`,
    )
    const reading = await readBpmn(xml)
    const step = 'model' in reading && reading.model.steps.find(({ id }) => id === 'a')
    return step && step.kind === 'userTask' ? step.coSign?.need : 'refused'
  }
  assert.deepEqual(await needOf(`\${nrOfCompletedInstances/nrOfInstances &gt;= 0.6}`), { ratio: 0.6 })
  assert.equal(await needOf(`\${nrOfCompletedInstances &gt; 2}`), 3)
  assert.equal(await needOf('= numberOfCompletedInstances &gt;= 2'), 2)
  assert.equal(await needOf(`\${nrOfCompletedInstances == nrOfInstances}`), 'all')
  assert.equal(await needOf(`\${nrOfCompletedInstances/nrOfInstances &gt;= 0.5 &amp;&amp; approved}`), 'refused')
  assert.equal(await needOf(`\${rejected || nrOfCompletedInstances == 2}`), 'refused')
})

test('what stands in quotes is left alone when signs of another engine are written as FEEL', () => {
  assert.equal(toFeel(`\${reason == "it's a == b && c"}`), `reason = "it's a == b && c"`)
  assert.equal(toFeel(`\${kind eq 'a "b"' and !(area gt 3)}`), 'kind = "a \\"b\\"" and not(area > 3)')
  assert.equal(toFeel('= amount > 10'), 'amount > 10')
  for (const other of ['a == 1', 'a => 1', 'a <> 1', `\${a} and \${b}`, `\${f(a)}`])
    assert.equal(toFeel(other), undefined)
})

test('numbers no clock can keep are errors of the model, and times too long for any are not read', async () => {
  const timer = (duration: string): string => {
    const wait = `<b:timerEventDefinition><b:timeDuration>${duration}</b:timeDuration></b:timerEventDefinition>`
    return file(`<b:intermediateCatchEvent id="t">${wait}</b:intermediateCatchEvent>${flow('s', 't')}${flow('t', 'e')}`)
  }
  assert.deepEqual(await refusedAs(timer('P99999999999999999999D')), ['process.bpmn.timer t'])
  const limited = async (days: string) => {
    const reading = await readBpmn(task('', `xmlns:y="urn:yutu:process" y:limitDays="${days}"`))
    return 'model' in reading ? checkModel(reading.model).map(({ code }) => code) : assert.fail()
  }
  assert.deepEqual(await limited('20'), [])
  for (const days of ['99999999', '-3']) assert.deepEqual(await limited(days), ['process.model.out-of-range'])
})

test('a diagram too large or too deep is refused; a long one of the largest size is read and written', async () => {
  const step = (i: number): string => `<b:userTask id="t${i}"/>${flow(i > 0 ? `t${i - 1}` : 's', `t${i}`)}`
  const chain = (length: number): string =>
    file(Array.from({ length }, (_, i) => step(i)).join('') + flow(`t${length - 1}`, 'e'))
  assert.deepEqual(await refusedAs(chain(1000)), ['process.bpmn.too-large p'])
  const long = await readBpmn(chain(990))
  assert.ok('model' in long && (await writeBpmn(long.model, undefined)).length > 0)
  const open = Array.from({ length: 60 }, (_, i) => `<b:subProcess id="x${i}">`).join('')
  const nested = `${open}<b:userTask id="in"/>${'</b:subProcess>'.repeat(60)}${flow('s', 'x0')}${flow('x0', 'e')}`
  assert.deepEqual(await refusedAs(file(nested)), ['process.bpmn.too-deep x40'])
})

test('ids in Chinese, which XML allows, are spelt in plain letters wherever they are spoken of', async () => {
  const inside = `<b:userTask id="受理" name="受理"><b:outgoing>流1</b:outgoing></b:userTask>
    <b:sequenceFlow id="流0" sourceRef="s" targetRef="受理"/><b:sequenceFlow id="流1" sourceRef="受理" targetRef="e"/>`
  const reading = await readBpmn(file(inside))
  assert.ok('model' in reading, JSON.stringify(reading))
  const [step] = reading.model.steps.filter(({ kind }) => kind === 'userTask')
  assert.deepEqual([step?.id, step?.title.zh, checkModel(reading.model)], ['u53D7u7406', '受理', []])
  assert.deepEqual(
    (await readBpmn(await writeBpmn(reading.model, reading.layout))) && reading.model.start,
    'u53D7u7406',
  )
})
