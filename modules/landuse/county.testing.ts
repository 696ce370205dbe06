import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { writeAudit } from '../../kernel/identity/audit.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { addPerson } from '../../kernel/identity/people.ts'
import type { JobRun } from '../../kernel/jobs/job.ts'
import { importLayer } from '../../kernel/layers/import-layer.ts'
import { testAuditKey, testFiles, testSigner } from '../../testing/act.ts'
import type { QuarterOfClues } from '../../tools/demo/clues.ts'
import { type County, generateCounty } from '../../tools/demo/county.ts'
import type { LayerName } from '../../tools/demo/feature.ts'
import type { CountySize } from '../../tools/demo/sizes.ts'
import { takeOverSurveyed } from './intake/take-over-surveyed.ts'
import { processBatch } from './jobs/process-batch.ts'
import type { StageName } from './jobs/stages/stage.ts'
import { publishLanduse } from './publish.ts'

/** For tests only. Before the end of the demo quarter's processing, after its deliveries. */
export const now = new Date('2026-10-08T02:00:00Z')

const LAYERS: LayerName[] = [
  'XZQ',
  'CJDCQ',
  'DLTB',
  'YJJBNT',
  'STBHHX',
  'CZKFBJ',
  'NZYPW',
  'ZDPW',
  'GDXM',
  'SSNYDBA',
  'LSYD',
  'ZFAJ',
  'GLFW',
]

const counties = new Map<CountySize, County>()

export function demoCounty(size: CountySize): County {
  const county = counties.get(size) ?? generateCounty(size)
  counties.set(size, county)
  return county
}

/** The demo county's areas and layers in the test's transaction. */
export async function loadCounty(trx: Trx, county: County, layers = LAYERS): Promise<void> {
  for (const { code, name, level, parent } of county.areas) {
    await sql`insert into area (code, name, level, parent) values (${code}, ${name}, ${level}, ${parent ?? null})`.execute(
      trx,
    )
  }
  for (const layer of layers) {
    await importLayer(trx, {
      layer,
      title: layer,
      by: 'test',
      now: new Date('2025-12-31T16:00:00Z'),
      features: county.features(layer),
    })
  }
  await publishLanduse(trx, now)
}

/** A person with rights to every landuse verb within an area. */
export async function officer(trx: Trx, name: string, area = '610799'): Promise<Person> {
  const organisation = { id: newId(), code: `org-${name}`, name: `${name}所` }
  await sql`insert into organisation (id, code, name) values (${organisation.id}, ${organisation.code}, ${organisation.name})`.execute(
    trx,
  )
  const login = `${name}-${organisation.id.slice(-6)}`
  const id = await addPerson(trx, { login, name, organisation: organisation.id })
  const verbs = ['landuse.*']
  return {
    id,
    login,
    name,
    organisation,
    rights: [{ role: 'officer', verbs, organisation: null, area, business: '*' }],
  }
}

/** The clues of earlier quarters, finished by the system before this one. */
export async function surveyedBefore(trx: Trx, { surveyed }: QuarterOfClues, person: Person): Promise<string> {
  const clues = surveyed.map(({ JCBH, date, DLBM, geometry }) => ({ number: JCBH, date, landClass: DLBM, geometry }))
  return takeOverSurveyed(trx, clues, { person: person.id, now: new Date('2026-07-01T00:00:00Z'), areaCode: '610799' })
}

/** A job's surroundings without a queue; tests say which parts are their own. */
export const runOf = <I>(own: Pick<JobRun<I>, 'input' | 'person' | 'transaction'> & Partial<JobRun<I>>): JobRun<I> => ({
  id: newId(),
  files: testFiles,
  signer: testSigner,
  now: () => now,
  progress: async () => {},
  stopIfCancelled: async () => {},
  audit: (trx, entry) => writeAudit(trx, { at: now, person: own.person.id, ...entry }, testAuditKey),
  ...own,
})

/** Runs `landuse.batch.process` at once, every transaction of it inside the test's own. */
export async function runBatch(trx: Trx, person: Person, batchId: string, until?: StageName): Promise<void> {
  const input = until ? { batchId, until } : { batchId }
  await processBatch.run(runOf({ input, person, transaction: (work) => work(trx) }))
}
