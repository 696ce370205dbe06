import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import type { Stage } from '../browser.ts'
import { settled } from '../settled.ts'
import { answered, pictureOf } from './desk.testing.ts'

export const LOAN_FORM = 'bureau.loan'

const name = (zh: string, en: string) => ({ title: { zh, en } })

/** Filed with the drawn form; checked with the same one, of which only the opinion may be written. */
export const loanProcess: CaseProcess = {
  ...{
    key: 'bureau.loan',
    version: 1,
    business: 'landuse',
    numbers: '云借〔{year}〕{serial:4}号',
    ...name('图件借阅', 'Loan'),
  },
  start: 'accept',
  filing: { form: LOAN_FORM, writable: ['applicant'] },
  steps: [
    {
      ...{
        id: 'accept',
        kind: 'userTask',
        role: 'officer',
        form: LOAN_FORM,
        writable: 'all' as never,
        ...name('受理', 'Accept'),
      },
      ...{ verbs: ['claim', 'complete', 'return'], assignment: 'pool' },
      transitions: [{ name: 'done', to: 'check', ...name('提交', 'Submit') }],
    },
    {
      ...{ id: 'check', kind: 'userTask', role: 'reviewer', form: LOAN_FORM, writable: [], ...name('审核', 'Check') },
      ...{ verbs: ['claim', 'complete', 'return'], assignment: 'pool' },
      transitions: [{ name: 'done', to: 'end', ...name('通过', 'Pass') }],
    },
    { id: 'end', kind: 'end', result: 'completed', ...name('办结', 'Closed') },
  ],
} as CaseProcess

/** Text as a spreadsheet puts it on the clipboard, pasted where the cursor is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const data = new DataTransfer()
    data.setData('text/plain', content)
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** Draws an area of four corners in the map dialog and takes it over. */
export async function drawRange(page: Page): Promise<void> {
  await page.getByRole('button', { name: '在地图上绘制范围' }).click()
  const map = page.locator('.ant-modal .map-ground canvas').first()
  await map.waitFor()
  await settled(page)
  const box = (await map.boundingBox())!
  const corners = [
    [0.4, 0.35],
    [0.6, 0.37],
    [0.58, 0.6],
    [0.42, 0.58],
  ] as const
  // A press through the locator waits until the dialog has come to rest.
  for (const [x, y] of corners) await map.click({ position: { x: box.width * x, y: box.height * y } })
  await page.keyboard.press('Enter')
  await page.locator('.form-map-side .form-drawn').waitFor()
  await page.getByRole('button', { name: '采用图形' }).click()
}

/** Signs on the pad with the mouse. */
export async function signHere(page: Page): Promise<void> {
  const pad = page.getByLabel('签名板：用鼠标、手指或笔书写')
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  await page.mouse.move(box.x + 60, box.y + box.height * 0.7)
  await page.mouse.down()
  for (const [x, y] of [
    [90, 0.3],
    [110, 0.65],
    [150, 0.35],
    [170, 0.7],
    [230, 0.5],
  ] as const)
    await page.mouse.move(box.x + x, box.y + box.height * y, { steps: 4 })
  await page.mouse.up()
  await page.getByRole('button', { name: '确认签名' }).click()
  await page.locator('.form-signature').waitFor()
}

/** A plausible year 2027: a working day is pressed once to be off, a weekend day once to be worked on, twice to be off. */
export async function markHolidays(page: Page): Promise<void> {
  const press = async (days: string, times: number) => {
    for (const day of days.split(' '))
      for (let time = 0; time < times; time++)
        await page.getByRole('button', { name: new RegExp(`^2027-${day} `) }).click()
  }
  await press('01-01 02-05 02-08 02-09 02-10 02-11 04-05 05-03 05-04 05-05 06-09 09-15', 1)
  await press('10-01 10-04 10-05 10-06 10-07', 1)
  await press('02-06 02-07 05-01 05-02 10-02 10-03', 2)
  await press('02-20 10-09', 1)
}

/** The second person: looks at a proposed code table and confirms it. */
export async function confirmTable(stage: Stage, edition: string): Promise<void> {
  const zhou = await stage.enter('zhouzhengyi')
  await zhou.goto(`${stage.address}/dictionaries/${edition}`)
  await zhou.getByRole('button', { name: '确认发布' }).click()
  await pictureOf(stage, zhou, 'dictionary-confirm')
  await answered(zhou, 'forms.dictionary.confirm', () =>
    zhou.locator('.ant-modal-confirm').getByRole('button', { name: '确认发布' }).click(),
  )
  await zhou.getByText('已发布', { exact: true }).first().waitFor()
  await pictureOf(stage, zhou, 'dictionary-published')
  await zhou.context().close()
}

/** Until the draft with so many fields is kept: a save that was under way before the last change would be taken for its. */
export async function savedWith(page: Page, fields: number, doing: () => Promise<unknown>): Promise<void> {
  const saved = page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/api/forms/draft/save') &&
      answer.request().postDataJSON().definition.fields.length === fields,
  )
  await doing()
  assert.ok((await saved).ok())
}
