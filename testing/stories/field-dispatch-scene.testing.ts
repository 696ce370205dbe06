import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { completeTask } from '../../kernel/cases/complete-task.ts'
import { openCases } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { serviceDone } from '../../kernel/cases/waits.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { EAST, NORTH, plot } from '../../kernel/layers/sample-patches.testing.ts'
import { patrol } from '../../modules/fieldwork/dispatch/dispatch.testing.ts'
import { placeToDegrees } from '../../modules/fieldwork/rules/plane.ts'
import type { Stage } from '../browser.ts'
import { personOf } from '../world.ts'

export type Task = { id: string; caseId: string; number: string; title: string }

const TOWNS = ['610799100201', '610799101201']
/** Metres between neighbours in the rows of ten the tasks stand in. */
const APART = 260

export const cornerOf = (n: number): [x: number, y: number] => [(n % 10) * APART, Math.floor(n / 10) * APART]

/** So many marks to be looked after, in rows of ten, in two towns by turns; some overdue, some due soon. The first is a find. */
export async function openPatrol(stage: Stage, count: number): Promise<Task[]> {
  const person = await personOf(stage.world, 'linzhiyuan')
  return inTransaction(stage.world.database.db, async (trx) => {
    const now = new Date()
    await publishProcess(trx, patrol, null, now)
    const requests = Array.from({ length: count }, (_, n) => {
      const [x, y] = cornerOf(n)
      const data = n === 0 ? { data: { selfDiscovered: true } } : {}
      return {
        title: `测量标志 ${String(n + 1).padStart(3, '0')}`,
        areaCode: TOWNS[n % 2]!,
        scope: plot(x, y, x + 60, y + 60),
        ...data,
      }
    })
    const opened = await openCases({ trx, person, now }, patrol.key, requests)
    const tasks = opened.map(({ id, number, tasks: [task] }, n) => ({
      id: task!.id,
      caseId: id,
      number,
      title: requests[n]!.title,
    }))
    for (const [n, { id }] of tasks.entries())
      await sql`update task set due = current_date + ${[-2, 2, 10, 30][n % 4]}::int where id = ${id}`.execute(trx)
    return tasks
  })
}

/** Handed in by this person and found good by the program: what remains is the review. */
export async function handIn(stage: Stage, login: string, { id, caseId }: Task): Promise<void> {
  const person = await personOf(stage.world, login)
  await inTransaction(stage.world.database.db, async (trx) => {
    const startJob = async () => newId()
    await completeTask({ trx, person, now: new Date(), startJob }, id, { outcome: 'submit' })
    const { rows } = await sql<{
      token: string
    }>`select tokens->'tokens'->0->>'id' as token from case_ where id = ${caseId}`.execute(trx)
    await serviceDone({ trx, person: null, now: new Date(), startJob }, caseId, rows[0]!.token, {})
  })
}

/** Stands at the corner of the n-th. */
export async function standAt(page: Page, n: number): Promise<void> {
  const [x, y] = cornerOf(n)
  const [longitude, latitude] = placeToDegrees([EAST + x, NORTH + y])
  await page.context().setGeolocation({ longitude, latitude, accuracy: 4 })
}

export const sizeOf = async (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
    )
