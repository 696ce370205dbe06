import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkModel } from '../check.ts'
import type { ProcessModel } from '../model.ts'
import { runToEnd } from './foreign-run.testing.ts'
import { processIds, readBpmn } from './read-bpmn.ts'
import { writeBpmn } from './write-bpmn.ts'

const FOLDERS = { miwg: '../shared/fixtures/oracles/bpmn_miwg', flowable: '../shared/fixtures/oracles/bpmn_flowable' }

type Foreign = { name: string; process: string; xml: string }

async function processesIn(folder: string): Promise<Foreign[]> {
  const names = readdirSync(folder).filter((name) => /\.(bpmn|xml)$/.test(name))
  const found = names.map(async (name) => {
    const xml = readFileSync(`${folder}/${name}`, 'utf8')
    return (await processIds(xml)).map((process) => ({ name, process, xml }))
  })
  return (await Promise.all(found)).flat()
}

const inOrder = (model: ProcessModel): ProcessModel => ({
  ...model,
  steps: model.steps.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

/** What became of each process: `read` and written the same again, or refused with names. */
async function importAll(processes: Foreign[]) {
  const refused = new Map<string, string[]>()
  const models: { of: Foreign; model: ProcessModel }[] = []
  for (const of of processes) {
    const reading = await readBpmn(of.xml, of.process)
    if ('problems' in reading) {
      for (const { code, params } of reading.problems) {
        assert.ok(params?.id, `${of.name}: ${code} names its element`)
        const what = `${params.element} ${code.replace('process.bpmn.', '')}`
        refused.set(what, [...(refused.get(what) ?? []), of.name])
      }
      continue
    }
    const again = await readBpmn(await writeBpmn(reading.model, reading.layout))
    assert.ok('model' in again, `${of.name}: ${JSON.stringify(again)}`)
    assert.deepEqual(inOrder(again.model), inOrder(reading.model), of.name)
    models.push({ of, model: reading.model })
  }
  return { models, refused }
}

const told = (refused: Map<string, string[]>): string[] =>
  [...refused].map(([what, files]) => `${what} ×${files.length}`).sort()

const skipOf = (folder: string) => (existsSync(folder) ? false : `${folder} is not here`)

test('MIWG models are read and written unchanged in meaning, or refused with the names of what is not supported', {
  skip: skipOf(FOLDERS.miwg),
}, async (context) => {
  const processes = await processesIn(FOLDERS.miwg)
  const { models, refused } = await importAll(processes)
  context.diagnostic(
    `MIWG: ${models.length} of ${processes.length} processes read; refused: ${told(refused).join(', ')}`,
  )
  assert.ok(models.length >= 12, `${models.length} read`)
})

test('Flowable models of supported elements are read and run to their end; the others are named', {
  skip: skipOf(FOLDERS.flowable),
}, async (context) => {
  const processes = await processesIn(FOLDERS.flowable)
  const { models, refused } = await importAll(processes)
  const unsound = models.flatMap(({ of, model }) => {
    const found = checkModel(model).filter(({ code }) => code !== 'process.model.no-default')
    return found.map(({ code, params }) => `${of.name}: ${code} ${params?.step}`)
  })
  const stuck = models
    .filter(({ model }) => checkModel(model).every(({ code }) => code === 'process.model.no-default'))
    .flatMap(({ of, model }) => {
      const where = runToEnd(model)
      return where === undefined ? [] : `${of.name} ${of.process}: ${where}`
    })
  const ran = models.length - new Set(unsound.map((line) => line.split(':')[0])).size - stuck.length
  context.diagnostic(`Flowable: ${processes.length} processes, ${models.length} read, ${ran} run to the end`)
  for (const line of told(refused)) context.diagnostic(`refused: ${line}`)
  for (const line of [...unsound, ...stuck]) context.diagnostic(`not run: ${line}`)
  assert.deepEqual(stuck, [])
  assert.ok(ran >= 60, `${ran} run`)
})
