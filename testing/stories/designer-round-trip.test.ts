// XX056: whatever a process of the program says is still said after it has been opened, looked at all over and changed at the sheet.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import { newestProcesses } from '../../kernel/cases/publish-process.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import type { Step } from '../../kernel/process/model.ts'
import { readDesign } from '../../modules/processes/rules/read-design.ts'
import { openStage, type Stage } from '../browser.ts'
import { drawingBy } from './designer.testing.ts'
import { answered, deskOf, pictureOf, stepsOf } from './desk.testing.ts'

/** An empty list of fields says the same as none. */
const said = (step: Step) =>
  Object.fromEntries(Object.entries(step).filter(([name, value]) => !(LISTS.includes(name) && value.length === 0)))
const LISTS = ['hidden', 'required']

const inOrder = ({ steps, decisions: _, version: __, ...process }: CaseProcess) => ({
  ...process,
  steps: steps.toSorted((a, b) => a.id.localeCompare(b.id)).map(said),
})

describe('Nothing a process says is lost between its file and the page', () => {
  let stage: Stage
  let han: Page
  let shipped: CaseProcess[]
  const step = stepsOf(
    () => [['han', han]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    shipped = await inTransaction(stage.world.database.db, newestProcesses)
    han = await stage.enter('hanrui')
  })
  after(() => stage.end())

  /** Every element is selected, so that every panel is shown; then the title is changed and changed back. */
  const lookAllOver = async (title: string) => {
    const sheet = drawingBy(han)
    const ids = await han
      .locator('.design-canvas .djs-element[data-element-id]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-element-id')!))
    for (const id of ids.filter((one) => !one.endsWith('_label')))
      await han
        .locator(`.design-canvas [data-element-id="${id}"]`)
        .first()
        .dispatchEvent('click')
        .catch(() => undefined)
    await han.locator('.design-canvas svg').first().dispatchEvent('click')
    await sheet.fill('名称', `${title}甲`)
    await answered(han, 'processes.design.save', () => sheet.fill('名称', title))
    await sheet.saved()
    return ids.length
  }

  step('each process that comes with the program is opened, looked at all over, saved, and says the same', async () => {
    assert.ok(shipped.length >= 8, `${shipped.length} processes`)
    const desk = deskOf(stage, han)
    for (const { key, version, title } of shipped) {
      const from = { version: { key, version } }
      const { designId } = await desk.act<{ designId: string }>('processes.design.start', {
        kind: 'process',
        key,
        from,
      })
      await han.goto(`${stage.address}/processes/design/${designId}`)
      await han.locator('.design-canvas .djs-shape').first().waitFor()
      const seen = await lookAllOver(title.zh)
      const { design } = await desk.ask<{ design: { content: string } }>('processes.design.view', { designId })
      const reading = await readDesign(design.content)
      if ('problems' in reading) assert.fail(`${key}: ${JSON.stringify(reading.problems)}`)
      const before = shipped.find((one) => one.key === key)!
      assert.deepEqual(inOrder(reading.process), inOrder(before), `${key}, ${seen} elements`)
    }
    await han.getByRole('button', { name: '全图' }).click()
    await pictureOf(stage, han, 'designer-shipped')
  })
})
