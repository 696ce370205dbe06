import type { Page, Route } from 'playwright-core'
import { openStage, type Stage } from '../../testing/browser.ts'
import { slowedDown } from '../../testing/stories/field-shutter.testing.ts'
import { type Measure, numbersFrom, percentile } from '../measure.ts'
import type { Plan } from './settings.ts'
import { taskOf } from './task-list.ts'

const THROTTLE = 4
/** Tasks of one answer of the server's feed. */
const PAGE = 5000

/**
 * The list as a phone has it: fetched through the phone's own pull, sealed in its own store, the page opened anew with its processor four
 * times slower. Only what the server would say is made up.
 */
export async function* longList(plan: Plan): AsyncGenerator<Measure> {
  const stage = await openStage([])
  try {
    yield* listOn(stage, plan)
  } finally {
    await stage.end()
  }
}

export async function* listOn(
  stage: Stage,
  { tasks, rounds }: Pick<Plan, 'tasks' | 'rounds'>,
): AsyncGenerator<Measure> {
  const page = await stage.enter('chenlei', { phone: true })
  await page.route('**/api/fieldwork/task/pull*', feedOf(tasks))
  await page.goto(`${stage.address}/field/#/tasks/all`)
  await page.locator('.task-card').first().waitFor({ timeout: 300_000 })
  await page.evaluate(untilPacked)
  yield* opened(page, tasks)
  for (const throttle of [1, THROTTLE]) {
    await slowedDown(page, throttle)
    yield* acts(page, { tasks, rounds }, `list of ${tasks} tasks in the browser at ${throttle}× throttle: `)
  }
  await page.context().close()
}

async function* opened(page: Page, tasks: number): AsyncGenerator<Measure> {
  await slowedDown(page, THROTTLE)
  const name = `page opened anew at ${THROTTLE}× throttle, ${tasks} tasks in the phone's sealed store: `
  const { first, whole } = await openedAnew(page)
  yield { work: `${name}until the first rows are there`, value: first, unit: 'ms', aim: 2000 }
  yield { work: `${name}until all are read behind them`, value: whole, unit: 'ms', aim: null }
  yield { work: `${name}longest frame meanwhile`, value: await longestFrame(page), unit: 'ms', aim: null }
  yield { work: `${name}heap of the page then`, value: await heapOf(page), unit: 'MB', aim: 150 }
}

/** MB in use after everything that is not needed has been let go. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}

async function* acts(
  page: Page,
  { tasks, rounds }: Pick<Plan, 'tasks' | 'rounds'>,
  name: string,
): AsyncGenerator<Measure> {
  const said = (work: string, value: number): Measure => ({ work: name + work, value, unit: 'ms', aim: 100 })
  const keys = await keystrokes(page, tasks, rounds)
  yield said('a keystroke until the list is painted, p95', percentile(keys, 0.95))
  const typed = await letters(page, tasks, rounds)
  yield said('one letter more of a number, p95', percentile(typed, 0.95))
  const sorts = await sortings(page, rounds)
  yield said('another order, by distance or time, until painted, p95', percentile(sorts, 0.95))
  const frames = await scrolled(page)
  yield said('a frame of scrolling, p95', percentile(frames, 0.95))
  yield said('the longest frame of scrolling', Math.max(...frames))
  yield said('a pull that brings nothing: longest frame', await pulled(page))
}

/** A round of everything, then nothing new. */
function feedOf(count: number) {
  const random = numbersFrom(7)
  let next = 0
  return async (route: Route) => {
    const rows = Array.from({ length: Math.min(PAGE, count - next) }, () => taskOf(next++, random))
    const isWhole = rows.length > 0 && next <= PAGE
    await route.fulfill({
      json: { cursor: `c${next}`, isWhole, more: next < count, tasks: rows, gone: [], answers: [] },
    })
  }
}

/** Runs in the page: the list lies in its few large pieces, as some seconds after every pull. */
async function untilPacked(): Promise<void> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await answer(indexedDB.open('yutu-field'))
  const isPacked = async () => {
    const keys = await answer(database.transaction('things').objectStore('things').getAllKeys())
    return keys.some((key) => (key as string[])[1] === 'tasks/lines')
  }
  while (!(await isPacked())) await new Promise(requestAnimationFrame)
  database.close()
}

async function openedAnew(page: Page): Promise<{ first: number; whole: number }> {
  await page.addInitScript(watchFrames)
  await page.addInitScript(watchRows)
  await page.reload()
  await page.waitForFunction(() => 'whole' in globalThis, undefined, { timeout: 300_000 })
  return page.evaluate(() => {
    const { first, whole } = globalThis as unknown as { first: number; whole: number }
    return { first, whole }
  })
}

/** Runs in the page: notes when the first rows are painted, and when no more are being read. */
function watchRows(): void {
  const seen = globalThis as unknown as { first?: number; whole?: number }
  const look = () => {
    const rows = document.querySelector('.task-card')
    if (rows) seen.first ??= performance.now()
    if (rows && !document.querySelector('.reading')) seen.whole = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Runs in the page. */
function watchFrames(): void {
  const frames: number[] = []
  Object.assign(globalThis, { frames })
  let before = performance.now()
  const step = () => {
    const now = performance.now()
    frames.push(now - before)
    before = now
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

const longestFrame = (page: Page) =>
  page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames: number[] }
    return Math.max(...frames.splice(0))
  })

/** From what the thumb did to the frame that shows it, as the page sees it: `act` brings rows, or a length of the list, that it did not have. */
const untilPainted = (page: Page, act: string, value: string) =>
  page.evaluate(
    async ([selector, value]) => {
      const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector!)!
      const list = document.querySelector('main')!
      const proto = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
      Object.getOwnPropertyDescriptor(proto, 'value')!.set!.call(field, value)
      const changed = new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          watch.disconnect()
          resolve()
        })
        watch.observe(list, { childList: true, subtree: true, characterData: true, attributeFilter: ['style'] })
      })
      const begun = performance.now()
      field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
      await changed
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - begun
    },
    [act, value],
  )

const SEARCH = 'input[type=search]'

async function keystrokes(page: Page, count: number, rounds: number): Promise<number[]> {
  const random = numbersFrom(3)
  const times: number[] = []
  for (let n = 0; n < rounds; n++)
    times.push(
      // With the sign before it: a digit of the year, which every number bears, would find them all.
      await untilPainted(page, SEARCH, `〕${String(Math.floor(random() * count)).slice(0, 1 + (n % 4))}`),
    )
  await untilPainted(page, SEARCH, '')
  return times
}

/** As one types: each letter goes on with what the one before has found. */
async function letters(page: Page, count: number, rounds: number): Promise<number[]> {
  const random = numbersFrom(5)
  const times: number[] = []
  for (let n = 0; n < rounds; n += 4) {
    const number = `〕${String(Math.floor(random() * count)).padStart(3, '1')}`
    for (let length = 2; length <= 4; length++) times.push(await untilPainted(page, SEARCH, number.slice(0, length)))
  }
  await untilPainted(page, SEARCH, '')
  return times
}

async function sortings(page: Page, rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++)
    times.push(await untilPainted(page, '.list-tools select', ['newest', 'distance', 'due'][n % 3]!))
  return times
}

const scrolled = (page: Page) =>
  page.evaluate(async () => {
    const ground = document.querySelector('.task-scroll')!
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const times: number[] = []
    let before = await frame()
    for (let n = 0; n < 120; n++) {
      ground.scrollTop += n % 40 === 39 ? 200_000 : 300
      const now = await frame()
      times.push(now - before)
      before = now
    }
    return times
  })

async function pulled(page: Page): Promise<number> {
  await longestFrame(page)
  const answered = page.waitForResponse((response) => response.url().includes('/fieldwork/task/pull'))
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await answered
  await page.evaluate(() => navigator.locks.request('yutu-field-sync', () => undefined))
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500))))
  return longestFrame(page)
}
