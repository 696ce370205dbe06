import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { sm3 } from '../../kernel/crypto/sm3.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { box } from '../../modules/fieldwork/field.testing.ts'
import { archiveOf } from '../../modules/fieldwork/rescue/rescue.testing.ts'
import { patchesOf, photosOf } from '../../modules/fieldwork/sync/field-work.ts'
import { openStage, type Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import { pictureOf, stepsOf } from './desk.testing.ts'
import { openFieldTask, type Scene } from './field-scene.testing.ts'

const PHOTOS = 8
/** Bytes: all together more than is sent at once. */
const SIZE = 5 * 1024 * 1024

describe('The archive of a phone that could not send is imported at the desk', () => {
  let stage: Stage
  let lin: Page
  let scene: Scene
  let folder = ''
  const step = stepsOf(
    () => [['lin', lin]],
    () => stage,
  )
  before(async () => {
    stage = await openStage([])
    scene = await openFieldTask(stage, '仓库核实')
    folder = mkdtempSync(join(tmpdir(), 'yutu-rescue-'))
  })
  after(async () => {
    await stage.end()
    rmSync(folder, { recursive: true, force: true })
  })

  step('SH134 it is sent in pieces: a connection that is cut costs one of them', async () => {
    lin = await stage.enter('linzhiyuan')
    await lin.goto(`${stage.address}/fieldwork/held`)
    await lin.getByRole('button', { name: '导入救援包' }).click()
    const offsets: number[] = []
    await lin.route(/\/api\/files\/[0-9a-f]{64}$/, (route) => {
      offsets.push(Number(route.request().headers()['upload-offset']))
      return offsets.length === 2 ? route.abort('connectionreset') : route.continue()
    })
    const path = await archive()
    await lin.locator('input[type=file]').setInputFiles(path)
    await lin.getByText(/连接中断，\d 秒后自动重试/).waitFor()
    await lin.getByText(/已接收 12 项操作/).waitFor()
    const piece = 8 * 1024 * 1024
    assert.deepEqual(offsets.slice(0, 3), [0, piece, piece], 'goes on where it was cut')
    assert.equal(new Set(offsets).size, Math.ceil(statSync(path).size / piece))
  })

  step('SH134 what came in counts; what did not is told row by row', async () => {
    const done = lin.getByText('已接收 12 项操作、8 张照片：新生效 10 项，原已存在 0 项，待处理 2 项，未能导入 1 项。')
    await done.waitFor()
    const findings = lin.locator('.rescue-findings tbody tr')
    assert.equal(await findings.count(), 3)
    await lin.getByText(/内容与校验值不符，未导入/).waitFor()
    await pictureOf(stage, lin, 'desk-rescue')
    const [patches, photos] = await inTransaction(stage.world.database.db, async (trx) => [
      await patchesOf(trx, scene.caseId),
      await photosOf(trx, scene.caseId),
    ])
    assert.deepEqual([patches?.length, photos?.length], [1, PHOTOS])
  })

  step('in English, on a phone', async () => {
    lin = await stage.enter('linzhiyuan', { phone: true, english: true })
    await lin.goto(`${stage.address}/fieldwork/held`)
    await lin.getByText('EN', { exact: true }).click()
    await lin.getByRole('button', { name: 'Import a rescue archive' }).click()
    await lin.getByRole('button', { name: /See 3 remarks/ }).click()
    await lin.getByText(/It differs from its digest/).waitFor()
    await pictureOf(stage, lin, 'phone-rescue-import-en')
  })

  async function archive(): Promise<string> {
    const { id } = await personOf(stage.world, 'madong')
    const { taskId } = scene
    const photos = Array.from({ length: PHOTOS }, () => Uint8Array.from([0xff, 0xd8, ...randomBytes(SIZE - 2)]))
    const photo = (digest: string) => ({
      ...{ id: newId(), kind: 'photo.add' as const, taskId },
      payload: { digest, mediaType: 'image/jpeg', takenAt: new Date().toISOString() },
    })
    const patch = (patchId: string) => ({
      ...{ id: newId(), kind: 'patch.save' as const, taskId },
      payload: { patchId, geometry: box(5, 5, 40, 45), DLBM: '0702' },
    })
    const drafts = [
      { id: newId(), kind: 'task.claim' as const, taskId, payload: {} },
      ...photos.map((bytes) => photo(sm3(bytes))),
      patch(newId()),
      photo(sm3('on no phone')),
      patch('no id'),
    ]
    const spoilt = { [`photos/${sm3('another')}.jpg`]: Uint8Array.of(0xff, 0xd8) }
    const path = join(folder, 'yutu-rescue-2026-11-27.zip')
    writeFileSync(path, archiveOf({ id: newId(), person: id }, drafts, photos, spoilt))
    return path
  }
})
