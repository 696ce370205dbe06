import { openStage } from '../../testing/browser.ts'
import { openFieldTask, southOf } from '../../testing/stories/field-scene.testing.ts'
import { shutterTimes, slowedDown, withLargeCamera } from '../../testing/stories/field-shutter.testing.ts'
import { type Measure, percentile } from '../measure.ts'
import type { Plan } from './settings.ts'

const THROTTLE = 4

/** From the press of the shutter to «已保存», with a camera of 12 million pixels and the page's processor four times slower. */
export async function* shutter({ photos }: Plan): AsyncGenerator<Measure> {
  const stage = await openStage()
  try {
    const { taskId } = await openFieldTask(stage, '仓库核实')
    const page = await stage.enter('madong', { phone: true })
    await withLargeCamera(page)
    await page.context().setGeolocation(southOf())
    await page.goto(`${stage.address}/field/#/task/${taskId}`)
    await page.getByRole('button', { name: '签收' }).first().click()
    await page.getByRole('button', { name: '已同步' }).first().waitFor()
    await page.goto(`${stage.address}/field/#/task/${taskId}/camera`)
    await page.getByRole('button', { name: '朝北' }).click()
    await page.waitForFunction(() => document.querySelector('video')?.videoWidth === 4000)
    await slowedDown(page, THROTTLE)
    for (let n = 1; n <= photos; n++) {
      await page.getByRole('button', { name: '拍照' }).click()
      await page.getByText(`已保存 · 第 ${n} 张`).waitFor()
    }
    const times = await shutterTimes(page)
    const value = percentile(times, 0.5)
    yield {
      work: `12 Mpx: shutter to «已保存» at ${THROTTLE}× throttle, median of ${photos}`,
      value,
      unit: 'ms',
      aim: 800,
    }
  } finally {
    await stage.end()
  }
}
