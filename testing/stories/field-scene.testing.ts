import type { Page } from 'playwright-core'
import { openCase } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { EAST, NORTH, plot } from '../../kernel/layers/sample-patches.testing.ts'
import { fieldProcess } from '../../modules/fieldwork/field.testing.ts'
import { placeToDegrees } from '../../modules/fieldwork/rules/plane.ts'
import type { Stage } from '../browser.ts'
import { personOf } from '../world.ts'

export type Scene = { caseId: string; taskId: string; number: string }

/** A field task in nobody's hands, over a square of 60 m: its process is a test's, the rest is the demo county's. */
export async function openFieldTask(stage: Stage, title: string, [x, y]: [number, number] = [0, 0]): Promise<Scene> {
  const person = await personOf(stage.world, 'linzhiyuan')
  return inTransaction(stage.world.database.db, async (trx) => {
    const now = new Date()
    await publishProcess(trx, fieldProcess, null, now).catch(() => undefined)
    const work = { trx, person, now }
    const scope = plot(x, y, x + 60, y + 60)
    const opened = await openCase(work, fieldProcess.key, { title, areaCode: '610799101201', scope })
    return { caseId: opened.id, taskId: opened.tasks[0]!.id, number: opened.number }
  })
}

/** Where one stands south of the square and looks at it. */
export function southOf([x, y]: [number, number] = [0, 0]) {
  const [longitude, latitude] = placeToDegrees([EAST + x + 30, NORTH + y - 20])
  return { longitude, latitude, accuracy: 4 }
}

/** 离线口令: without one a page opened anew needs the network once. */
export async function setPin(page: Page, address: string, pin = '202611'): Promise<void> {
  await page.goto(`${address}/field/#/pin`)
  await page.getByLabel(/^设置口令|^新口令/).fill(pin)
  await page.getByLabel('再输一次').fill(pin)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('离线口令已设置').waitFor()
}
