import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { answered, type Desk, deskOf, pictureOf, stepsOf } from './desk.testing.ts'
import { handIn, openPatrol, sizeOf, standAt, type Task } from './field-dispatch-scene.testing.ts'

describe('Field tasks are found, claimed, given back and taken over', () => {
  let stage: Stage
  let chen: Page
  let ma: Page
  let liu: Page
  let desk: Desk
  let tasks: Task[]
  const step = stepsOf(
    () => [
      ['chen', chen],
      ['ma', ma],
      ['liu', liu],
    ],
    () => stage,
  )
  const rowOf = (page: Page, n: number) => page.locator('.task-card, .task-tick', { hasText: tasks[n]!.title })
  const confirm = async (page: Page, name: string) => {
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name, exact: true }).click()
  }
  const find = async (page: Page, n: number) => {
    await page.getByRole('searchbox').fill(tasks[n]!.title)
    await rowOf(page, n).waitFor()
  }
  before(async () => {
    stage = await openStage()
    tasks = await openPatrol(stage, 40)
    chen = await stage.enter('chenlei')
    desk = deskOf(stage, chen)
    const { rows } = await desk.ask<{ rows: { id: string; name: string }[] }>('fieldwork.dispatch.people')
    const to = rows.find(({ name }) => name === '刘晓峰')!.id
    const assignments = [0, 2].map((n) => ({ taskId: tasks[n]!.id, to }))
    await desk.act('fieldwork.dispatch.assign', { assignments, how: 'hand', reason: '就近' })
  })
  after(() => stage.end())

  step('SH107 SH108 SH109 Ma’s list: tabs with counts, words, filters and orders of this list alone', async () => {
    ma = await stage.enter('madong', { phone: true })
    await standAt(ma, 5)
    await ma.goto(`${stage.address}/field/#/tasks`)
    await ma.getByRole('link', { name: '待办 38' }).waitFor()
    await rowOf(ma, 5).getByText('0 m', { exact: true }).waitFor()
    assert.match((await ma.locator('.task-card').first().textContent())!, /测量标志 006/)
    await pictureOf(stage, ma, 'field-tasks-todo')
    await ma.getByRole('combobox', { name: '排序' }).selectOption('due')
    await ma
      .locator('.task-card')
      .first()
      .getByText(/已超期/)
      .waitFor()
    await ma.getByRole('searchbox').fill('标志 012')
    await ma.waitForFunction(() => document.querySelectorAll('.task-card').length === 1)
    await ma.getByRole('searchbox').fill('没有这样的')
    await ma.getByText('没有符合条件的任务').waitFor()
    await ma.getByRole('button', { name: '清除筛选' }).click()
    await ma.getByRole('button', { name: '筛选', exact: true }).click()
    const sheet = ma.getByRole('dialog')
    await sheet.getByLabel('区域').selectOption({ index: 2 })
    await sheet.getByRole('button', { name: '已超期' }).click()
    await pictureOf(stage, ma, 'field-tasks-filter')
    await sheet.getByRole('button', { name: /^查看 \d+ 件$/ }).click()
    await ma.getByRole('button', { name: '筛选 2' }).waitFor()
    await ma.getByRole('link', { name: /^全部 / }).click()
    await ma.getByRole('button', { name: '筛选', exact: true }).waitFor()
    await ma.getByRole('link', { name: /^待办 / }).click()
  })

  step(
    'SH107 SH110 SH111 the same on the map: a spot shows its task in the list, a task its place; the way there',
    async () => {
      await ma.getByRole('combobox', { name: '排序' }).selectOption('distance')
      await ma.getByRole('button', { name: '地图', exact: true }).click()
      await ma.locator('.maplibregl-canvas').waitFor()
      await rowOf(ma, 5).getByRole('button', { name: '定位' }).click()
      await ma.locator('.task-card[data-chosen=true]', { hasText: tasks[5]!.title }).waitFor()
      await pictureOf(stage, ma, 'field-tasks-map')
      const small = (await sizeOf(ma, '.task-acts > *, .list-modes > *, .tabs a')).filter((size) => size < 44)
      assert.deepEqual(small, [], 'a thumb hits everything')
      await rowOf(ma, 5).getByRole('button', { name: '导航' }).click()
      const sheet = ma.getByRole('dialog')
      assert.match(
        (await sheet.getByRole('link', { name: '高德地图' }).getAttribute('href'))!,
        /uri\.amap\.com.*coordinate=gaode/,
      )
      assert.match((await sheet.getByRole('link', { name: '百度地图' }).getAttribute('href'))!, /bd09ll/)
      await pictureOf(stage, ma, 'field-navigate')
      await sheet.getByRole('button', { name: '关闭' }).click()
    },
  )

  step('SH114 Ma claims one', async () => {
    await rowOf(ma, 5).getByRole('button', { name: '签收' }).click()
    await answered(ma, 'fieldwork.task.claimMany', () => confirm(ma, '签收'))
    await ma.getByRole('dialog').getByText('1 件已完成').waitFor()
    await confirm(ma, '知道了')
    await ma.getByRole('link', { name: '在办 1' }).waitFor()
  })

  step('SH115 several at once: one was taken meanwhile, and the list says by whom', async () => {
    await ma.getByRole('button', { name: '收起地图' }).click()
    await ma.getByRole('searchbox').fill('〕000')
    await ma.getByRole('button', { name: '批量' }).click()
    await ma.getByRole('button', { name: '全选' }).click()
    await ma.getByText('已选 6 件').waitFor()
    await desk.act('fieldwork.task.claimMany', { taskIds: [tasks[3]!.id] })
    await pictureOf(stage, ma, 'field-tasks-batch')
    await ma.getByRole('button', { name: '签收 6' }).click()
    await answered(ma, 'fieldwork.task.claimMany', () => confirm(ma, '签收'))
    await ma.getByText('5 件已完成').waitFor()
    await ma.getByText('1 件未成功，原因如下').waitFor()
    await ma.getByRole('dialog').getByText(/陈磊/).waitFor()
    await pictureOf(stage, ma, 'field-tasks-outcome')
    await confirm(ma, '知道了')
    await ma.getByRole('link', { name: '在办 6' }).waitFor()
  })

  step('SH116 chosen by drawing: the count is told before anything is claimed', async () => {
    await ma.getByRole('link', { name: /^待办 / }).click()
    await ma.getByRole('searchbox').fill('')
    await ma.getByRole('button', { name: '图选' }).click()
    await ma.locator('.me').waitFor()
    const map = (await ma.locator('.map-ground').boundingBox())!
    await ma.getByRole('button', { name: '矩形' }).click()
    await ma.touchscreen.tap(map.x + 30, map.y + 60)
    await ma.touchscreen.tap(map.x + map.width - 30, map.y + map.height * 0.62)
    await ma.getByText(/^范围内有 \d+ 件任务$/).waitFor()
    const within = Number(/\d+/.exec((await ma.locator('.draw-bar p').textContent())!)![0])
    assert.ok(within > 0)
    await pictureOf(stage, ma, 'field-tasks-draw')
    await ma.getByRole('button', { name: `选中 ${within} 件` }).click()
    await ma.getByRole('button', { name: `签收 ${within}` }).click()
    await answered(ma, 'fieldwork.task.claimMany', () => confirm(ma, '签收'))
    await confirm(ma, '知道了')
    await ma.getByRole('link', { name: `在办 ${6 + within}` }).waitFor()
  })

  step('SH119 without a signal giving back is asked for; the server decides when it hears of it', async () => {
    await ma.getByRole('link', { name: /^在办 / }).click()
    await find(ma, 5)
    await ma.context().setOffline(true)
    await rowOf(ma, 5).getByRole('button', { name: '退回' }).click()
    await ma.getByRole('button', { name: '误签收' }).click()
    await pictureOf(stage, ma, 'field-act-return')
    await confirm(ma, '退回')
    await ma.getByText('1 件已申请，待服务器确认').waitFor()
    await confirm(ma, '知道了')
    await rowOf(ma, 5).getByText('已申请，待服务器确认').waitFor()
    await pictureOf(stage, ma, 'field-tasks-requested')
    await ma.context().setOffline(false)
    await rowOf(ma, 5).waitFor({ state: 'detached', timeout: 60_000 })
    const { rows } = await desk.ask<{ rows: { id: string }[] }>('fieldwork.dispatch.list', { text: tasks[5]!.title })
    assert.deepEqual(
      rows.map(({ id }) => id),
      [tasks[5]!.id],
    )
  })

  step('SH118 marked as not to be surveyed, with the reason, and taken back', async () => {
    await find(ma, 7)
    await rowOf(ma, 7).getByRole('button', { name: '不调查' }).click()
    await ma.getByRole('button', { name: '与相邻图斑为同一地类' }).click()
    await confirm(ma, '不调查')
    await confirm(ma, '知道了')
    await rowOf(ma, 7).getByText('不调查：与相邻图斑为同一地类').waitFor()
    await pictureOf(stage, ma, 'field-tasks-no-survey')
    await rowOf(ma, 7).getByRole('button', { name: '取消不调查' }).click()
    await confirm(ma, '取消不调查')
    await confirm(ma, '知道了')
    await rowOf(ma, 7).getByRole('button', { name: '不调查', exact: true }).click()
    await ma.getByRole('button', { name: '范围内没有变化' }).click()
    await confirm(ma, '不调查')
    await confirm(ma, '知道了')
    await rowOf(ma, 7).getByRole('button', { name: '上报' }).click()
    await confirm(ma, '上报')
    await confirm(ma, '知道了')
    await ma.getByRole('link', { name: '已办 1' }).waitFor()
  })

  step('SH117 Liu takes over what Ma has; Ma is told', async () => {
    await find(ma, 6)
    liu = await stage.enter('liuxiaofeng', { phone: true, english: true })
    await liu.goto(`${stage.address}/field/`)
    await liu.evaluate(() => localStorage.setItem('yutu.language', 'en'))
    await liu.goto(`${stage.address}/field/#/tasks/all`)
    await liu.reload()
    await liu.getByRole('searchbox').fill(tasks[6]!.title)
    await rowOf(liu, 6).getByText('With another').waitFor()
    await pictureOf(stage, liu, 'field-tasks-all-en')
    await rowOf(liu, 6).getByRole('button', { name: 'Take over' }).click()
    await liu.getByRole('button', { name: 'The other cannot come' }).click()
    await pictureOf(stage, liu, 'field-act-force-en')
    await answered(liu, 'fieldwork.task.forceClaim', () => confirm(liu, 'Take over'))
    await confirm(liu, 'OK')
    await ma.getByRole('button', { name: '已同步' }).click()
    await rowOf(ma, 6).waitFor({ state: 'detached' })
    const told = await deskOf(stage, ma).ask<object>('messages.inbox.list')
    assert.match(JSON.stringify(told), /takenOver/)
  })

  step('SH120 SH106 handed in, taken back before the review; one’s own find deleted for good', async () => {
    for (const n of [1, 4]) await handIn(stage, 'madong', tasks[n]!)
    await desk.act('fieldwork.dispatch.recall', { taskIds: [tasks[0]!.id], reason: '改派' })
    await deskOf(stage, ma).act('fieldwork.task.claimMany', { taskIds: [tasks[0]!.id] })
    await handIn(stage, 'madong', tasks[0]!)
    await ma.getByRole('button', { name: '已同步' }).click()
    await ma.getByRole('link', { name: '已办 4' }).click()
    await rowOf(ma, 1).getByRole('button', { name: '撤回' }).waitFor()
    await pictureOf(stage, ma, 'field-tasks-done')
    await rowOf(ma, 1).getByRole('button', { name: '撤回' }).click()
    await answered(ma, 'fieldwork.task.withdraw', () => confirm(ma, '撤回'))
    await ma.getByText('1 件已完成').waitFor()
    await confirm(ma, '知道了')
    await rowOf(ma, 0).getByRole('button', { name: '删除' }).click()
    await ma.getByRole('button', { name: '重复上报' }).click()
    await answered(ma, 'fieldwork.task.delete', () => confirm(ma, '删除'))
    await confirm(ma, '知道了')
    await ma.getByRole('link', { name: '已办 2' }).waitFor()
  })

  step('SH112 what happened to the task, who did it and when; and what was surveyed there before', async () => {
    await ma.goto(`${stage.address}/field/#/task-history/${tasks[5]!.id}`)
    for (const node of ['下发', '签收', '退回待办池']) await ma.getByText(node, { exact: true }).first().waitFor()
    await ma.getByText('该范围以前没有调查过').waitFor()
    await pictureOf(stage, ma, 'field-history')
  })
})
