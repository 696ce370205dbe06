import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkModel } from '../check.ts'
import type { ProcessModel } from '../model.ts'
import { choice, end, join, model, race, receive, service, some, split, task, timer } from '../test-kit.ts'
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
    race('r', 'wait came'),
    timer('wait', 'late'),
    { ...timer('late', 'until'), wait: { minutes: 90 } } as ProcessModel['steps'][number],
    { ...timer('until', 'end'), wait: { until: 'publicityEnds' } } as ProcessModel['steps'][number],
    receive('came', 'end'),
    end(),
    end('dropped', true),
  ),
  title: { zh: '日常变更', en: 'Daily change' },
  limitDays: 20,
})

test('a model with one of everything is sound, goes out as BPMN and comes back the same', async () => {
  assert.deepEqual(checkModel(full()), [])
  assert.deepEqual(await readBpmn(await writeBpmn(full())), { model: full(), ignored: [] })
})

test('every step and flow is drawn, and no two steps at one place', async () => {
  const { rootElement, warnings } = await newModdle().fromXML(await writeBpmn(full()))
  assert.deepEqual(warnings, [])
  const [diagram] = rootElement.get('diagrams') as {
    plane: { planeElement: { bounds?: object; bpmnElement: { id: string } }[] }
  }[]
  const process = rootElement.rootElements!.find(({ $type }) => $type === 'bpmn:Process')!
  const drawn = diagram!.plane.planeElement
  assert.deepEqual(
    new Set(drawn.map(({ bpmnElement }) => bpmnElement.id)),
    new Set(process.flowElements!.map(({ id }) => id)),
  )
  const places = drawn.flatMap(({ bounds }) => (bounds ? JSON.stringify(bounds) : []))
  assert.equal(new Set(places).size, places.length)
})

const foreign = (inside: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p">${inside}</process></definitions>`
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
    '<startEvent id="s"/><callActivity id="c" name="外部流程"/><scriptTask id="x"/><userTask id="a"/><endEvent id="e"/><endEvent id="e2"/>'
  const flows = [flow('s', 'c'), flow('c', 'x'), flow('x', 'a'), flow('a', 'e'), flow('a', 'e2')]
  const reading = await readBpmn(foreign(nodes + flows.join('')))
  assert.ok('problems' in reading)
  assert.deepEqual(
    reading.problems.map(({ code, params }) => `${code} ${params?.element} ${params?.id}`),
    [
      'process.bpmn.element bpmn:CallActivity c',
      'process.bpmn.element bpmn:ScriptTask x',
      'process.bpmn.task-with-several-flows bpmn:UserTask a',
    ],
  )
})

test('what is no BPMN, or not one process with one start, is refused', async () => {
  const code = async (xml: string) => {
    const reading = await readBpmn(xml)
    return 'problems' in reading ? reading.problems[0]!.code : 'read'
  }
  assert.equal(await code('<html/>'), 'process.bpmn.unreadable')
  assert.equal(await code('nothing'), 'process.bpmn.unreadable')
  assert.equal(await code(foreign('<userTask id="a"/>')), 'process.bpmn.one-start')
})

const ORACLES = ['bpmn_miwg', 'bpmn_flowable'].map((name) => `../shared/fixtures/oracles/${name}`)
const skip = ORACLES.every((folder) => existsSync(folder)) ? false : `${ORACLES} are not here`

test('models of other tools are read and written unchanged in meaning, or refused with names', {
  skip,
}, async (context) => {
  const refused = new Map<string, number>()
  let read = 0
  const files = ORACLES.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)).filter((name) =>
    /\.(bpmn|xml)$/.test(name),
  )
  for (const name of files) {
    const reading = await readBpmn(readFileSync(name, 'utf8'))
    if ('problems' in reading) {
      for (const { code, params } of reading.problems) {
        const what = `${code.replace('process.bpmn.', '')} ${params?.element ?? ''}`
        refused.set(what, (refused.get(what) ?? 0) + 1)
      }
    } else {
      read++
      assert.deepEqual(await readBpmn(await writeBpmn(reading.model)), { model: reading.model, ignored: [] }, name)
    }
  }
  context.diagnostic(
    `${read} of ${files.length} read; refused: ${[...refused].map(([what, n]) => `${what} ×${n}`).join(', ')}`,
  )
  assert.ok(read > 20)
})
