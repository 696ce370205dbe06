import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { box, fieldStation } from '../../modules/fieldwork/field.testing.ts'
import { importRescue } from '../../modules/fieldwork/rescue/import-rescue.ts'
import { archiveOf } from '../../modules/fieldwork/rescue/rescue.testing.ts'
import { readRescue } from '../../modules/fieldwork/rescue/store.ts'
import { act, testFiles } from '../act.ts'
import { begin, heard, inside, newPlace, type Place } from '../place.ts'
import type { Told } from './rescue.child.ts'

const PHOTOS = 25
const ACTS = 120
/**
 * In which transaction a run is killed. 0 to 2 read the import, the keys and the rows, each time anew; then come photos by ten, acts by
 * fifty and the end, behind what the run before has committed: so it dies before anything, among photos, in the first acts, among acts,
 * and in its end.
 */
const DEATHS = [2, 4, 5, 4, 5]

let place: Place
before(async () => {
  place = await newPlace()
})
after(() => place.end())

const photos = Array.from({ length: PHOTOS }, (_, k) => Uint8Array.from([0xff, 0xd8, ...Buffer.from(newId()), k]))

async function prepare(trx: Trx) {
  const { madong, taskId, caseId } = await fieldStation(trx)
  const takenAt = new Date().toISOString()
  const drafts = [
    { id: newId(), kind: 'task.claim', taskId, payload: {} },
    ...photos.map((bytes) => ({
      ...{ id: newId(), kind: 'photo.add', taskId },
      payload: { digest: sm3(bytes), mediaType: 'image/jpeg', takenAt },
    })),
    ...Array.from({ length: ACTS }, () => ({
      ...{ id: newId(), kind: 'patch.save', taskId },
      payload: { patchId: newId(), geometry: box(20, 20, 60, 60), DLBM: '0702' },
    })),
  ]
  const archive = archiveOf({ id: newId(), person: madong.id }, drafts as never, photos)
  const { digest: fileDigest } = await testFiles.put(archive)
  const { rescueId } = await act(trx, madong, importRescue, { fileDigest, fileName: 'yutu-rescue.zip' })
  return { personId: madong.id, caseId, rescueId }
}

const start = (told: Omit<Told, 'options'>) =>
  begin(place, 'testing/durability/rescue.child.ts', [JSON.stringify({ ...told, options: place.options })])

const look = (rescueId: string, personId: string, caseId: string) =>
  inside(place, async (trx) => {
    const { rows } = await sql<{ patches: number; photos: number; audits: number }>`select
      (select count(*)::int from field_patch where case_id = ${caseId}) as patches,
      (select count(*)::int from field_photo where case_id = ${caseId}) as photos,
      (select count(*)::int from audit where subject = ${`rescue:${rescueId}`} and verb = 'fieldwork.rescue.take') as audits`.execute(
      trx,
    )
    return { ...rows[0]!, row: (await readRescue(trx, rescueId, personId))! }
  })

// Function points: SH132 SH134
test('An import that is killed with -9 again and again goes on where it was: nothing lost, nothing twice', async () => {
  const reached: number[][] = []
  const { caseId, ...told } = await inside(place, prepare)
  for (const hangsIn of DEATHS) {
    const worker = start({ ...told, hangsIn })
    await heard(worker, 'now')
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    reached.push(await look(told.rescueId, told.personId, caseId).then(({ row }) => [row.photosDone, row.actsDone]))
  }
  assert.deepEqual(reached, [[0, 0], [10, 0], [25, 0], [25, 50], [25, 146]]) // biome-ignore format: one row
  const worker = start(told)
  await heard(worker, 'done')
  await once(worker, 'exit')
  const { patches, photos: kept, audits, row } = await look(told.rescueId, told.personId, caseId)
  assert.deepEqual([patches, kept, audits], [ACTS, PHOTOS, 1])
  assert.deepEqual([row.photos, row.statuses], [PHOTOS, { applied: 1 + PHOTOS + ACTS }])
  assert.ok(row.endedAt)
  for (const bytes of photos) assert.ok(await testFiles.has(sm3(bytes)))
})
