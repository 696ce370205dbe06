import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { pictureOf, stepsOf } from './desk.testing.ts'
import { openPatrol } from './field-dispatch-scene.testing.ts'
import { openFieldTask, type Scene, southOf } from './field-scene.testing.ts'

/** A thumb's width in CSS pixels; what stands in a line of text is not pressed in a hurry. */
const THUMB = 40

describe('Every page of the phone, as an investigator walks through them', () => {
  let stage: Stage
  let phone: Page
  let scene: Scene
  const step = stepsOf(
    () => [['phone', phone]],
    () => stage,
  )
  before(async () => {
    stage = await openStage([])
    scene = await openFieldTask(stage, '彩钢棚核实')
    await openPatrol(stage, 12)
    phone = await stage.enter('chenlei', { phone: true })
    await phone.context().setGeolocation(southOf())
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/range`)
    await phone.getByRole('button', { name: '签收' }).click()
    await phone.getByRole('button', { name: '已同步' }).waitFor()
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  })
  after(() => stage.end())

  const addresses = () => {
    const task = ['range', 'patches', 'form', 'photos', 'camera', 'check', 'record'].map(
      (tab) => `task/${scene.taskId}/${tab}`,
    )
    const own = ['me', 'profile', 'password', 'sessions', 'feedback', 'about', 'storage', 'pin', 'packages']
    const lists = ['tasks/todo', 'tasks/doing', 'tasks/all', 'messages', 'pool', 'discover', 'dispatch', 'map']
    return ['', ...lists, ...task, `task-history/${scene.taskId}`, ...own]
  }
  const walk = async (name: string, pages = addresses(), picture = pictureOf) => {
    const faults: string[] = []
    for (const address of pages) {
      await phone.goto(`${stage.address}/field/#/${address}`)
      await phone.locator('main, .camera, .map').first().waitFor()
      const place = address.replace(scene.taskId, '').replaceAll('/', '-') || 'home'
      await phone.locator('.waiting').waitFor({ state: 'detached' })
      await picture(stage, phone, `walk-${name}-${place}`)
      for (const fault of await phone.evaluate(faultsHere, THUMB)) faults.push(`${place}: ${fault}`)
    }
    return faults
  }

  step('in Chinese: nothing cut off, nothing too small for a thumb, no word of the program’s', async () => {
    assert.deepEqual(await walk('zh'), [])
  })

  step('in English', async () => {
    await phone.evaluate(() => localStorage.setItem('yutu.language', 'en'))
    await phone.reload()
    assert.deepEqual(await walk('en'), [])
  })

  step('without a network, in Chinese: what is kept is shown, what is not says so', async () => {
    await phone.evaluate(() => localStorage.setItem('yutu.language', 'zh'))
    await phone.reload()
    await phone.locator('main').first().waitFor()
    await phone.context().setOffline(true)
    const tabs = ['range', 'patches', 'form', 'photos', 'record'].map((tab) => `task/${scene.taskId}/${tab}`)
    const lists = [
      '',
      'tasks/doing',
      'messages',
      'pool',
      'discover',
      'map',
      'profile',
      'storage',
      'packages',
      'feedback',
      'sessions',
    ]
    // What is asked without a network never has an answer to wait for.
    const atOnce: typeof pictureOf = (on, page, name) => on.picture(page, name)
    assert.deepEqual(await walk('offline', [...lists, ...tabs, `task-history/${scene.taskId}`], atOnce), [])
    await phone.context().setOffline(false)
  })
})

/** What would embarrass: runs in the page. */
function faultsHere(thumb: number): string[] {
  const faults: string[] = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width)
    faults.push(`wider than the screen by ${document.documentElement.scrollWidth - width}`)
  const name = (one: Element) =>
    `${one.tagName.toLowerCase()}.${one.className} «${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 24)}»`
  for (const one of document.querySelectorAll('button, a[href], select, input:not([type=hidden]), summary, label')) {
    const { width: w, height: h, left, right } = one.getBoundingClientRect()
    const isInput = one.matches('input[type=radio], input[type=checkbox], input[type=file], input[type=range]')
    if (w === 0 || h === 0 || one.closest('.maplibregl-ctrl')) continue
    if (right > width + 1 || left < -1)
      if (!one.closest('[data-scrolls], .chips, .tabs, .kinds, .map-bar, nav')) faults.push(`cut off: ${name(one)}`)
    if (one.tagName !== 'LABEL' && !isInput && h < thumb) faults.push(`${Math.round(h)} px high: ${name(one)}`)
  }
  for (const one of document.querySelectorAll('p, span, strong, h1, h2, li, dd, dt, td, button, a')) {
    const text = one.childElementCount === 0 ? (one.textContent ?? '').trim() : ''
    if (/^[a-z]+(\.[a-zA-Z-]+){1,}$/.test(text) && !/\.(zip|jpg|png)$/.test(text)) faults.push(`raw: ${text}`)
    const style = getComputedStyle(one)
    if (text && style.overflow === 'hidden' && style.webkitLineClamp === 'none' && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0) faults.push(`cut: ${name(one)}`) // biome-ignore format: one row
  }
  return [...new Set(faults)]
}
