import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { fieldStation } from '../../modules/fieldwork/field.testing.ts'
import { archiveOf } from '../../modules/fieldwork/rescue/rescue.testing.ts'
import { photosOf } from '../../modules/fieldwork/sync/field-work.ts'
import { settle } from '../people.ts'
import { inside, newPlace, type Place, run } from '../place.ts'

let place: Place
before(async () => {
  place = await newPlace()
})
after(() => place.end())

// Function points: SH134
test('yutu field rescue takes in an archive by itself, and says of each row what did not come in', async () => {
  const photo = Uint8Array.of(0xff, 0xd8, 3)
  const spoilt = `photos/${sm3('another')}.jpg`
  const { madong, taskId, caseId, login } = await inside(place, async (trx) => ({
    ...(await fieldStation(trx)),
    login: (await settle(trx, { name: '外业管理员', verbs: ['fieldwork.rescue.*'] })).login,
  }))
  const payload = { digest: sm3(photo), mediaType: 'image/jpeg', takenAt: new Date().toISOString() }
  const drafts = [
    { id: newId(), kind: 'task.claim' as const, taskId, payload: {} },
    { id: newId(), kind: 'photo.add' as const, taskId, payload },
  ]
  const path = join(place.folder, 'yutu-rescue.zip')
  writeFileSync(path, archiveOf({ id: newId(), person: madong.id }, drafts, [photo], { [spoilt]: photo }))
  const take = () => run(place, 'apps/server/cli.ts', ['field', 'rescue', path, '--as', login])
  const first = await take()
  assert.equal(first.code, 1, first.said)
  assert.match(first.said, /applied 2/)
  assert.ok(first.said.includes(`${spoilt}  内容与校验值不符`), first.said)
  assert.match((await take()).said, /known 2/)
  const kept = await inside(place, (trx) => photosOf(trx, caseId))
  assert.deepEqual(kept.map(({ digest }) => digest), [sm3(photo)]) // biome-ignore format: one row
})
