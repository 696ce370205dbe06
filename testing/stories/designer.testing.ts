import type { Locator, Page } from 'playwright-core'
import type { Stage } from '../browser.ts'
import { answered } from './desk.testing.ts'

/** Where no arrow ends. */
const CORNER = { x: 6, y: 6 }

/** What somebody does at the sheet: all of it by the palette, the little menu beside an element, and the panel. */
export function drawingBy(page: Page) {
  const side = page.locator('.design-side')
  const hitOf = (id: string) => page.locator(`.design-canvas [data-element-id="${id}"] > .djs-hit`).first()

  /** What carries the title: of events and gateways it stands beside them, as an element of its own. */
  const idOf = async (title: string): Promise<string> => {
    const titled = page.locator('.design-canvas .djs-shape', { hasText: title }).first()
    return (await titled.getAttribute('data-element-id'))!.replace(/_label$/, '')
  }
  /** What is drawn far to the right is brought into view first. */
  const whole = () => page.getByRole('button', { name: '全图' }).click()
  const select = async (title: string) => {
    await whole()
    const id = await idOf(title)
    const selected = page.locator(`.design-canvas .djs-element.selected[data-element-id="${id}"]`)
    await hitOf(id).click({ position: CORNER })
    // The click that ends an arrow may be taken for the next one.
    if (
      !(await selected.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      ))
    )
      await hitOf(id).click({ position: CORNER })
    await selected.waitFor()
  }
  const draw = (name: string) =>
    page
      .getByRole('toolbar')
      .locator('.draw-button', { hasText: new RegExp(`^${name}$`) })
      .click()
  const tab = (name: string) => side.getByRole('tab', { name }).click()
  const fill = async (label: string, text: string, within: Locator = side) => {
    const input = within.getByLabel(label, { exact: true })
    await input.fill(text)
    await input.press('Enter')
  }
  const pick = async (label: string, text: string) => {
    const box = side.getByRole('combobox', { name: label, exact: true })
    await box.click()
    if (await box.isEditable()) await box.fill(text)
    await page.locator('.ant-select-item-option:visible', { hasText: text }).first().click()
  }
  return {
    side,
    idOf,
    select,
    draw,
    tab,
    fill,
    pick,
    /** Draws one behind the selected element, and names it. */
    async append(element: string, title: string) {
      await draw(element)
      await fill('名称', title)
    },
    async connect(from: string, to: string) {
      await select(from)
      await page.locator('.djs-context-pad .entry[data-action="connect"]').click()
      const box = (await hitOf(await idOf(to)).boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 })
      await page.mouse.down()
      await page.mouse.up()
    },
    async border(host: string, entry: 'limit' | 'message' | 'condition' | 'failure', title: string) {
      await select(host)
      await page.locator(`.djs-context-pad .entry[data-action="${entry}"]`).click()
      await fill('名称', title)
    },
    /** An empty place of the sheet: the panel then speaks of the whole process. */
    nothing: () =>
      page
        .locator('.design-canvas svg')
        .first()
        .click({ position: { x: 300, y: 20 } }),
    tick: (label: string) => side.getByLabel(label, { exact: true }).check(),
    async noErrors() {
      await tab('检查')
      await page.locator('.finding-error').first().waitFor({ state: 'detached' })
    },
    /** Once the page has taken notice of the last change, until that is kept. */
    async saved() {
      await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))))
      await page.getByText('已保存').waitFor()
    },
  }
}

type Begun = { name: string; key: string; business: string }

export async function beginDesign(page: Page, { address }: Stage, { name, key, business }: Begun): Promise<void> {
  await page.goto(`${address}/processes`)
  await page.getByRole('button', { name: '新建流程' }).click()
  await page.getByLabel('名称', { exact: true }).fill(name)
  await page.getByLabel('编号', { exact: true }).fill(key)
  await page.getByLabel('业务', { exact: true }).fill(business)
  await answered(page, 'processes.design.start', () => page.getByRole('button', { name: '开始设计' }).click())
  await page.locator('.design-canvas [data-element-id="start"]').waitFor()
}

/** 两人发布: one submits, another confirms. */
export async function publishByTwo(by: Page, other: Page, note: string, look?: () => Promise<void>): Promise<void> {
  await by.getByRole('button', { name: '提交发布' }).click()
  await by.getByLabel('提交说明').fill(note)
  await answered(by, 'processes.design.submit', () =>
    by.getByRole('dialog').getByRole('button', { name: '提交发布' }).click(),
  )
  await by.getByText('等待另一人确认').waitFor()
  await other.goto(by.url())
  await other.getByText(`提交说明：${note}`).waitFor()
  await look?.()
  await other.getByRole('button', { name: '确认发布' }).click()
  await answered(other, 'processes.design.confirm', () =>
    other.locator('.ant-popconfirm').getByRole('button').last().click(),
  )
  await other.waitForURL(/processes\/of\//)
}

/** 立案 at the desk; the page of the new case is open afterwards. */
export async function fileCase(
  page: Page,
  { address }: Stage,
  process: string,
  title: string,
  fields: () => Promise<void>,
) {
  await page.goto(`${address}/new-case`)
  await page.locator('.filable-card', { hasText: process }).click()
  await page.getByLabel('案件名称').fill(title)
  const area = page.getByRole('combobox', { name: '行政区' })
  await area.click()
  await area.fill('云栖县')
  await page.locator('.ant-select-item-option:visible').first().click()
  await fields()
  await answered(page, 'casework.case.file', () => page.getByRole('button', { name: '提交立案' }).click())
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
}

/** Signs for the open task of the case and leaves it by the button of that name. */
export async function doTask(page: Page, address: string, outcome: string): Promise<void> {
  await page.goto(address)
  const foot = page.locator('.task-foot')
  await answered(page, 'casework.task.claim', () => foot.getByRole('button', { name: '签收', exact: true }).click())
  await page.locator('.task-head', { hasText: '由您办理' }).waitFor()
  await answered(page, 'casework.task.complete', () => foot.getByRole('button', { name: outcome, exact: true }).click())
}
