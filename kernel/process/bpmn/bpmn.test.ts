import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BpmnElement } from 'bpmn-moddle'
import { checkModel } from '../check.ts'
import type { ProcessModel, Step } from '../model.ts'
import {
  border,
  child,
  choice,
  condition,
  decision,
  end,
  join,
  model,
  Play,
  race,
  receive,
  service,
  some,
  split,
  task,
  thrown,
  timer,
} from '../test-kit.ts'
import { readBpmn } from './read-bpmn.ts'
import { newModdle } from './vocabulary.ts'
import { writeBpmn } from './write-bpmn.ts'

const coSign = { signers: 'signers', pass: 'agree', otherwise: 'no', need: { ratio: 0.6 } }

/** One of everything. */
const full = (): ProcessModel => ({
  ...model(
    task('accept', 'go:which drop:dropped', {
      limitDays: 5,
      writable: ['DLBM', 'opinion'],
      assignment: 'starter',
      cancels: ['wait'],
    }),
    choice('which', 'big:s?area > 10; small:i'),
    split('s', 'job sign'),
    service('job', 'done:j failed:repair'),
    task('repair', 'j'),
    task('sign', 'agree:j no:j', { coSign }),
    join('j', 's', 'r', { need: 1, rest: 'cancel' }),
    some('i', 'land:x?farmland; none:y'),
    task('x', 'ij'),
    task('y', 'ij'),
    join('ij', 'i', 'r'),
    race('r', 'wait came paid'),
    condition('paid', 'late', 'fee = 0'),
    timer('wait', 'late'),
    { ...timer('late', 'until'), wait: { minutes: 90 } } as ProcessModel['steps'][number],
    { ...timer('until', 'end'), wait: { until: 'publicityEnds' } } as ProcessModel['steps'][number],
    { ...receive('came', 'told'), exclusive: 'desk' } as Step,
    { ...thrown('told', 'read'), cancels: ['wait'] } as Step,
    task('read', 'seen:level', { coSign: { signers: 'readers', pass: 'seen', otherwise: 'seen', need: 'none' } }),
    {
      ...decision('level', 'done:child failed:end'),
      version: 'v1',
      inputs: { a: 'b + 1' },
      outputs: { c: 'd' },
    } as Step,
    child('child', 'done:each rejected:dropped', { version: 2, inputs: { site: 'parcel' }, exclusive: 'desk' }),
    child('each', 'turns', { each: 'departments', inTurn: true, inputs: { department: 'item' } }),
    { ...split('turns', 'turn'), each: 'plots', inTurn: true } as Step,
    task('turn', 'turned'),
    join('turned', 'turns', 'part'),
    { ...border('slow', 'child', 'nudge', 'beside'), times: 3 } as Step,
    task('nudge', 'end', { required: ['opinion'], hidden: ['section:money'] }),
    split('part', 'p q'),
    task('p', 'agree:pj no:pj', { coSign: { ...coSign, onReturn: 'vote', inTurn: true } }),
    task('q', 'on:pj stop:dropped give-up:end'),
    join('pj', 'part', 'last'),
    task('last', 'end'),
    border('stopped', 'part', 'end', undefined, { event: 'withdrawn' }),
    border('due', 'part', 'end', undefined, { wait: { minutes: 30 } }),
    border('gone', 'part', 'end', undefined, { when: 'withdrawn = true' }),
    end(),
    end('dropped', true),
  ),
  trigger: { event: 'clue-came' },
  title: { zh: '日常变更', en: 'Daily change' },
  limitDays: 20,
})

test('a model with one of everything is sound, goes out as BPMN and comes back the same', async () => {
  assert.deepEqual(checkModel(full()), [])
  const reading = await readBpmn(await writeBpmn(full()))
  assert.ok('model' in reading, JSON.stringify(reading))
  const inOrder = (steps: Step[]) => steps.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  assert.deepEqual(reading.model, { ...full(), steps: reading.model.steps })
  assert.deepEqual(inOrder(reading.model.steps), inOrder(full().steps))
  assert.deepEqual(reading.ignored, [])
})

test('every step and flow is drawn, and no two steps at one place', async () => {
  const { rootElement, warnings } = await newModdle().fromXML(await writeBpmn(full()))
  assert.deepEqual(warnings, [])
  const [diagram] = rootElement.get('diagrams') as {
    plane: { planeElement: { bounds?: object; bpmnElement: { id: string } }[] }
  }[]
  const process = rootElement.rootElements!.find(({ $type }) => $type === 'bpmn:Process')!
  const drawn = diagram!.plane.planeElement
  assert.deepEqual(new Set(drawn.map(({ bpmnElement }) => bpmnElement.id)), new Set(allIn(process)))
  const places = drawn.flatMap(({ bounds }) => (bounds ? JSON.stringify(bounds) : []))
  assert.equal(new Set(places).size, places.length)
})

const allIn = (part: BpmnElement): string[] =>
  (part.flowElements ?? []).flatMap((element) => [element.id, ...allIn(element)])

test('a drawing is kept: what was moved stands where it was when the model is written again', async () => {
  const xml = (await writeBpmn(full())).replace(/(bpmnElement="accept"[^>]*>\s*<dc:Bounds x=")\d+/, '$1777')
  const reading = await readBpmn(xml)
  assert.ok('model' in reading)
  assert.equal(reading.layout.shapes.accept!.x, 777)
  const again = await readBpmn(await writeBpmn(reading.model, reading.layout))
  assert.ok('model' in again)
  assert.deepEqual(again.layout, reading.layout)
  const plain = await readBpmn(await writeBpmn(reading.model))
  assert.ok('model' in plain && plain.layout.shapes.accept!.x !== 777)
})

const foreign = (inside: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn" targetNamespace="t"><process id="p">${inside}</process></definitions>`
const flow = (from: string, to: string): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`

test('a foreign model is read, and its joins find their splits', async () => {
  const nodes =
    '<startEvent id="s"/><parallelGateway id="f"/><userTask id="a" name="审核"/><task id="b"/><parallelGateway id="j"/><endEvent id="e"/>'
  const flows = [flow('s', 'f'), flow('f', 'a'), flow('f', 'b'), flow('a', 'j'), flow('b', 'j'), flow('j', 'e')]
  const reading = await readBpmn(foreign(nodes + flows.join('')))
  assert.ok('model' in reading)
  assert.deepEqual(checkModel(reading.model), [])
  assert.equal(reading.model.steps.find(({ kind }) => kind === 'join')?.id, 'j')
})

test('what is not supported is refused by element and name, all at once', async () => {
  const nodes =
    '<startEvent id="s"/><adHocSubProcess id="c" name="任意次序"/><userTask id="x"><multiInstanceLoopCharacteristics/></userTask>' +
    '<intermediateCatchEvent id="w"><conditionalEventDefinition/></intermediateCatchEvent><complexGateway id="g"/><endEvent id="e"/>'
  const flows = [flow('s', 'c'), flow('c', 'x'), flow('x', 'w'), flow('w', 'g'), flow('g', 'e')]
  const reading = await readBpmn(foreign(nodes + flows.join('')))
  assert.ok('problems' in reading)
  assert.deepEqual(
    reading.problems.map(({ code, params }) => `${code} ${params?.element} ${params?.id}`),
    [
      'process.bpmn.special-part AdHocSubProcess c',
      'process.bpmn.loop UserTask x',
      'process.bpmn.condition IntermediateCatchEvent w',
      'process.bpmn.complex ComplexGateway g',
    ],
  )
})

const stepsOf = async (inside: string): Promise<ProcessModel> => {
  const reading = await readBpmn(foreign(inside))
  assert.ok('model' in reading, JSON.stringify(reading))
  return reading.model
}
const only = (model: ProcessModel, id: string) => model.steps.find((step) => step.id === id)

test('conditions of other engines are rewritten, several flows out of a task get a gateway, a default stays', async () => {
  const when = (from: string, to: string, text: string) =>
    `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"><conditionExpression>${text}</conditionExpression></sequenceFlow>`
  const made = await stepsOf(
    '<startEvent id="s"/><userTask id="a" default="a-c"/><userTask id="b"/><userTask id="c"/>' +
      flow('s', 'a') +
      when('a', 'b', "#{kind == 'farm' &amp;&amp; area &gt; 10}") +
      flow('a', 'c'),
  )
  assert.deepEqual(checkModel(made), [])
  assert.deepEqual(only(made, 'a.ways'), {
    id: 'a.ways',
    title: { zh: 'a', en: 'a' },
    kind: 'inclusive',
    transitions: [
      { name: 'a-b', to: 'b', when: 'kind = "farm" and area > 10' },
      { name: 'a-c', to: 'c' },
    ],
  })
})

test('a multi-instance task over a list is co-signed by all of the list, a group becomes the role', async () => {
  const made = await stepsOf(
    '<startEvent id="s"/><userTask id="a" flowable:candidateGroups="section-chief">' +
      '<multiInstanceLoopCharacteristics flowable:collection="#{reviewers}"><completionCondition>#{nrOfCompletedInstances/nrOfInstances &gt;= 0.6}</completionCondition></multiInstanceLoopCharacteristics></userTask>' +
      flow('s', 'a'),
  )
  const step = only(made, 'a')
  assert.ok(step?.kind === 'userTask')
  assert.equal(step.role, 'section-chief')
  assert.deepEqual([step.coSign?.signers, step.coSign?.need], ['reviewers', { ratio: 0.6 }])
})

test('a sub-process is flattened; an error inside it is caught on its border, and takes the rest of it away', async () => {
  const made = await stepsOf(
    '<startEvent id="s"/><subProcess id="part"><startEvent id="ps"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/>' +
      '<endEvent id="bad"><errorEventDefinition/></endEvent>' +
      [flow('ps', 'f'), flow('f', 'a'), flow('f', 'b'), flow('a', 'bad')].join('') +
      '</subProcess><boundaryEvent id="caught" attachedToRef="part"><errorEventDefinition/></boundaryEvent>' +
      '<userTask id="after"/><userTask id="repair"/>' +
      [flow('s', 'part'), flow('part', 'after'), flow('caught', 'repair')].join(''),
  )
  assert.deepEqual(checkModel(made), [])
  const play = new Play(made)
  play.do('a')
  assert.deepEqual(play.open, ['repair'])
  const fine = new Play(made)
  fine.do('b')
  assert.deepEqual(fine.open, ['a'])
})

test('what is no BPMN, or not one process with one start, is refused', async () => {
  const code = async (xml: string) => {
    const reading = await readBpmn(xml)
    return 'problems' in reading ? reading.problems[0]!.code : 'read'
  }
  assert.equal(await code('<html/>'), 'process.bpmn.unreadable')
  assert.equal(await code('nothing'), 'process.bpmn.unreadable')
  assert.equal(await code(foreign('<userTask id="a"/><userTask id="b"/>')), 'process.bpmn.one-start')
  assert.equal(await code(foreign('<startEvent id="s"/><userTask id="a"/>')), 'process.bpmn.one-start')
  assert.equal(
    await code(
      `${foreign('<startEvent id="s"/>').replace('</process>', '</process><process id="q"><startEvent id="t"/></process>')}`,
    ),
    'process.bpmn.one-process',
  )
})
