import { sql } from 'kysely'
import { returnTask } from '../../kernel/cases/complete-task.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { chainOperations } from '../../modules/fieldwork/rules/operation-hash.ts'
import { patchesOf } from '../../modules/fieldwork/sync/field-work.ts'
import type { Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import type { Desk } from './desk.testing.ts'
import { handIn, type Task } from './field-dispatch-scene.testing.ts'
import type { Scene } from './field-scene.testing.ts'

/** Another device of the same person writes another note on the first patch, from what both have seen. */
export async function writeElsewhere(
  stage: Stage,
  desk: Desk,
  { caseId, taskId }: Omit<Scene, 'number'>,
): Promise<void> {
  const [patch] = await inTransaction(stage.world.database.db, (trx) => patchesOf(trx, caseId))
  const payload = { patchId: patch!.id, note: '平板：两层砖混', base: { note: patch!.note } }
  const operations = chainOperations([
    { id: newId(), kind: 'patch.save' as const, taskId, baseRevision: patch!.revision, payload },
  ])
  await desk.act('fieldwork.sync', { deviceId: `tablet-${newId()}`, protocol: 4, operations })
}

/** Handed in by whoever holds it and sent back by the review, with a long reason. Gives the task that is to be done again. */
export async function sendBack(stage: Stage, login: string, task: Task): Promise<string> {
  await handIn(stage, login, task)
  const person = await personOf(stage.world, 'sunlihua')
  return inTransaction(stage.world.database.db, async (trx) => {
    const open = async () =>
      (await sql<{ id: string }>`select id from task where case_id = ${task.caseId} and state = 'open'`.execute(trx)).rows[0]!.id // biome-ignore format: one row
    const reason = '照片没有拍到图斑南侧界线，地类与影像特征不一致，请到现场重新核对后补拍南侧和东侧各一张'
    const work = { trx, person, now: new Date(), startJob: async () => newId() }
    await returnTask(work, await open(), { to: { step: 'field' }, reason })
    return open()
  })
}
