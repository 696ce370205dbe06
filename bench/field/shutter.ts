import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../../testing/browser.ts'
import { openFieldTask, southOf } from '../../testing/stories/field-scene.testing.ts'
import { cameraReady, shutterTimes, slowedDown, withLargeCamera } from '../../testing/stories/field-shutter.testing.ts'
import { type Measure, percentile } from '../measure.ts'
import type { Plan } from './settings.ts'

const THROTTLE = 4

/**
 * From the press of the shutter to «已保存», with a camera of 12 million pixels and the page's processor four times slower: the photo as the
 * camera gave it, 5 MB sealed, flushed, read back and recorded. The full run looks also at phones whose browser makes no photos (Firefox, iOS
 * before 18.4): there the live picture is drawn, stamped and packed first, here without a graphics card.
 */
export async function* shutter({ photos, drawn }: Plan): AsyncGenerator<Measure> {
  const stage = await openStage([])
  try {
    const { taskId } = await openFieldTask(stage, '仓库核实')
    const work = `12 Mpx: shutter to «已保存» at ${THROTTLE}× throttle, median of`
    const value = await medianOf(stage, taskId, { photos, makesPhotos: true })
    yield { work: `${work} ${photos}`, value, unit: 'ms', aim: 800 }
    if (drawn === 0) return
    const slow = await medianOf(stage, taskId, { photos: drawn, makesPhotos: false })
    yield {
      work: `the same where the browser makes no photo: drawn without a graphics card`,
      value: slow,
      unit: 'ms',
      aim: null,
    }
  } finally {
    await stage.end()
  }
}

type Shots = { photos: number; makesPhotos: boolean }

async function medianOf(stage: Stage, taskId: string, { photos, makesPhotos }: Shots): Promise<number> {
  const page = await stage.enter('madong', { phone: true })
  await withLargeCamera(page, makesPhotos)
  await page.context().setGeolocation(southOf())
  await openCamera(page, `${stage.address}/field/#/task/${taskId}`)
  await slowedDown(page, THROTTLE)
  for (let n = 1; n <= photos; n++) {
    await page.getByRole('button', { name: '拍照' }).click()
    await page.getByText(`已保存 · 第 ${n} 张`).waitFor()
  }
  const times = await shutterTimes(page)
  await page.context().close()
  return percentile(times, 0.5)
}

async function openCamera(page: Page, task: string): Promise<void> {
  await page.goto(task)
  await page.getByRole('button', { name: '已同步' }).first().waitFor()
  const claim = page.getByRole('button', { name: '签收' }).first()
  if (await claim.isVisible()) await claim.click()
  await page.getByRole('button', { name: '已同步' }).first().waitFor()
  await page.goto(`${task}/camera`)
  await page.getByRole('button', { name: '朝北' }).click()
  await cameraReady(page)
}
