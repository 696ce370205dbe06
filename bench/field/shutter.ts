import type { Page } from 'playwright-core'
import { openStage } from '../../testing/browser.ts'
import { openFieldTask, southOf } from '../../testing/stories/field-scene.testing.ts'
import { type Measure, percentile } from '../measure.ts'
import type { Plan } from './settings.ts'

const THROTTLE = 4

/** From the press of the shutter to «已保存», with a camera of 12 million pixels and the page's processor four times slower. */
export async function* shutter({ photos }: Plan): AsyncGenerator<Measure> {
  const stage = await openStage()
  try {
    const { taskId } = await openFieldTask(stage, '仓库核实')
    const page = await stage.enter('madong', { phone: true })
    await page.addInitScript(bigCamera)
    await page.context().setGeolocation(southOf())
    await page.goto(`${stage.address}/field/#/task/${taskId}`)
    await page.getByRole('button', { name: '签收' }).first().click()
    await page.getByRole('button', { name: '已同步' }).first().waitFor()
    await page.goto(`${stage.address}/field/#/task/${taskId}/camera`)
    await page.getByRole('button', { name: '朝北' }).click()
    await page.waitForFunction(() => document.querySelector('video')?.videoWidth === 4000)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
    const times: number[] = []
    for (let n = 1; n <= photos; n++) times.push(await press(page, n))
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

/** The page's own camera shows this picture instead: moving, 4000 × 3000. */
function bigCamera(): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 })
  const pen = canvas.getContext('2d')!
  let turn = 0
  const draw = () => {
    for (let n = 0; n < 200; n++) {
      pen.fillStyle = `hsl(${(turn + n * 37) % 360} 60% ${30 + (n % 50)}%)`
      pen.fillRect((n * 733 + turn) % 4000, (n * 419) % 3000, 260, 190)
    }
    turn += 1
  }
  draw()
  setInterval(draw, 500)
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(2)
}

const press = (page: Page, n: number): Promise<number> =>
  page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const begun = performance.now()
        const look = () => {
          if (!document.body.textContent!.includes(`第 ${count} 张`)) return
          watch.disconnect()
          resolve(performance.now() - begun)
        }
        const watch = new MutationObserver(look)
        watch.observe(document.body, { childList: true, subtree: true, characterData: true })
        document.querySelector<HTMLButtonElement>('.shutter')!.click()
      }),
    n,
  )
