import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import {
  answered,
  type Clue,
  choose,
  cluesOf,
  type Desk,
  demoDelivery,
  deskOf,
  pictureOf,
  stepsOf,
  textOf,
} from './desk.testing.ts'

describe('A quarter’s clues, from the file to the changed map', () => {
  let stage: Stage
  let lin: Page
  let he: Page
  let desk: Desk
  let batchId: string
  let clue: Clue
  const delivery = { name: '2026Q3监测图斑.zip', mimeType: 'application/zip', buffer: Buffer.from(demoDelivery()) }
  const step = stepsOf(
    () => [
      ['lin', lin],
      ['he', he],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    lin = await stage.enter('linzhiyuan')
    desk = deskOf(stage, lin)
  })
  after(() => stage.end())

  step(
    'SH080 SH074 Lin uploads the delivery, sees its fields matched, starts the work and follows it over a reload',
    async () => {
      await lin.goto(`${stage.address}/batches`)
      await lin.getByRole('button', { name: '上传线索' }).click()
      await lin.locator('input[type=file]').setInputFiles(delivery)
      await lin.getByRole('button', { name: '读取文件' }).click()
      await lin.getByText('60 行').waitFor()
      assert.match(await textOf(lin.locator('.plain-table')), /JCBH/)
      await lin.getByRole('button', { name: '开始处理' }).click()
      await lin.waitForURL(/\/batches\/[0-9a-f-]{36}/)
      batchId = lin.url().split('/').at(-1)!
      await lin.reload()
      await lin.getByRole('button', { name: '查看甄别结果' }).waitFor({ timeout: 90_000 })
      await lin.getByText('已立项').or(lin.getByText('立项')).first().waitFor()
    },
  )

  step('SH080 the report says of every row what became of it, and of a rejected one why', async () => {
    await choose(lin, '处理', '退回')
    await lin.waitForURL(/state=rejected/)
    await lin.locator('.ant-table-row', { hasText: '退回' }).first().waitFor()
    const reasons = await lin.locator('.ant-table-row').allInnerTexts()
    assert.ok(reasons.length > 0)
    for (const reason of reasons) assert.doesNotMatch(reason, /(landuse|formats)\.row\./)
    await pictureOf(stage, lin, 'batch-report')
  })

  step('SH075 a repaired outline is shown beside the one delivered', async () => {
    const { rows } = await desk.ask<{ rows: { clueId: string | null }[] }>('landuse.batch.report', {
      batchId,
      state: 'repaired',
    })
    const views = await Promise.all(
      rows.flatMap(({ clueId }) =>
        clueId ? [desk.ask<{ id: string; delivered: unknown }>('landuse.clue.view', { clueId })] : [],
      ),
    )
    const repaired = views.find(({ delivered }) => delivered !== null)!
    await lin.goto(`${stage.address}/batches/${batchId}?state=repaired`)
    await lin.locator(`tr[data-row-key="${repaired.id}"]`).click()
    const card = lin.getByRole('region', { name: '图形修复' })
    await card.getByText('来件图形').waitFor()
    assert.ok((await card.locator('li').count()) > 0)
    await pictureOf(stage, lin, 'batch-repair')
  })

  step('SH080 the same delivery once more is recognised by its number', async () => {
    await lin.goto(`${stage.address}/batches`)
    await lin.getByRole('button', { name: '上传线索' }).click()
    await lin.locator('input[type=file]').setInputFiles({ ...delivery, name: '又一次.zip' })
    await lin.getByRole('button', { name: '读取文件' }).click()
    const refusal = lin.getByRole('alert')
    await refusal.waitFor()
    assert.match(await textOf(refusal), /JC2026-0001/)
    await lin.keyboard.press('Escape')
  })

  step(
    'SH076 SH077 SH081 SH082 SH084 Lin walks through the suspects by keyboard and reads what each conclusion rests on',
    async () => {
      const clues = await cluesOf(desk, batchId)
      clue = clues.find(
        ({ conclusion, caseId, linkedClue, changeKind, areaEllipsoidal }) =>
          conclusion === 'suspect' && caseId && !linkedClue && changeKind === 'building' && areaEllipsoidal > 800,
      )!
      await lin.goto(`${stage.address}/screening?batchId=${batchId}&conclusion=suspect`)
      const rows = lin.locator('.clue-table .ant-table-row')
      await rows.first().waitFor()
      await rows.first().focus()
      await lin.keyboard.press('ArrowDown')
      await lin.waitForURL(/clue=/)
      await lin.goto(`${stage.address}/screening?batchId=${batchId}&conclusion=suspect&clue=${clue.id}`)
      const panel = lin.locator('.work-panel')
      await panel.getByRole('heading', { name: clue.number }).waitFor()
      const text = await textOf(panel)
      assert.match(text, /新增建设 [\d.]+ m²：[^；]+；/)
      const area = clue.areaEllipsoidal.toLocaleString('en-US', { minimumFractionDigits: 2 })
      assert.ok(text.includes(area), `the overlay of ${clue.number} does not add up to ${area}`)
      await lin.locator('.swipe-bar').waitFor()
      await pictureOf(stage, lin, 'screening')
    },
  )

  step('SH078 a clue surveyed before is linked, with both shares of the overlap', async () => {
    const linked = (await cluesOf(desk, batchId)).find(({ linkedClue }) => linkedClue !== null)!
    await lin.goto(`${stage.address}/screening?clue=${linked.id}`)
    await lin.getByText(/占本线索 [\d.]+%，占对方 [\d.]+%/).waitFor()
  })

  step('SH085 a conclusion is changed with a reason, and the change is kept with the clue', async () => {
    const doubtful = (await cluesOf(desk, batchId)).find(({ conclusion, caseId }) => conclusion === 'manual' && caseId)!
    await lin.goto(`${stage.address}/screening?clue=${doubtful.id}`)
    await lin.locator('.work-panel').getByRole('button', { name: '调整甄别结论' }).click()
    const dialog = lin.getByRole('dialog')
    await dialog.getByText('疑似违法', { exact: true }).click()
    await dialog.getByLabel('理由').fill('影像显示已硬化')
    await answered(lin, 'landuse.clue.adjust', () => dialog.getByRole('button', { name: '调整甄别结论' }).click())
    await lin.locator('.work-panel').getByText('影像显示已硬化').waitFor()
  })

  step('SH083 SH086 the case of the clue is confirmed and sorted to the office', async () => {
    await lin.goto(`${stage.address}/cases/${clue.caseId}`)
    await answered(lin, 'landuse.clue.confirm', () => lin.getByRole('button', { name: '确认甄别结论' }).click())
    await lin.getByText('分件建议').waitFor()
    await answered(lin, 'casework.task.claim', () => lin.getByRole('button', { name: '签收' }).click())
    await answered(lin, 'casework.task.saveDraft', () => lin.getByLabel('分件理由').fill('影像清晰，可内业判定'))
    await answered(lin, 'landuse.case.sort', () => lin.getByRole('button', { name: '内业调查' }).click())
  })

  step(
    'SH087 Lin surveys in the office: class, typed coordinates refused where they leave the range, kept by themselves',
    async () => {
      await lin.getByText('调查图斑').waitFor()
      await answered(lin, 'casework.task.claim', () => lin.getByRole('button', { name: '签收' }).click())
      await lin.getByRole('button', { name: '勾绘' }).waitFor()
      const heads = lin.locator('.ant-collapse-header')
      for (let i = 0; i < (await heads.count()); i++) {
        if ((await heads.nth(i).getAttribute('aria-expanded')) !== 'true') await heads.nth(i).click()
        const open = lin.locator('.ant-collapse-item-active')
        await answered(lin, 'landuse.survey.save', () => choose(lin, '地类（DLBM）', '物流仓储用地'))
        await open.getByText('物流仓储用地').first().waitFor()
      }
      const corner = lin.getByLabel('J1 X', { exact: true })
      const right = await corner.inputValue()
      await corner.fill(String(Number(right) + 900))
      await lin.getByText(/超出调查范围/).waitFor()
      await answered(lin, 'landuse.survey.save', () => corner.fill(right))
      await lin.getByRole('status').getByText('已保存').waitFor()
      await pictureOf(stage, lin, 'office-survey')
      await answered(lin, 'casework.task.saveDraft', () => lin.getByLabel('调查意见').fill('影像可见新建仓储用房'))
      await answered(lin, 'landuse.survey.submit', () => lin.getByRole('button', { name: '提交质检' }).click())
    },
  )

  step('SH090 the survey is judged by the rules', async () => {
    await lin.goto(`${stage.address}/cases/${clue.caseId}?tab=quality`)
    await answered(lin, 'landuse.quality.run', () => lin.getByRole('button', { name: /质检/ }).last().click())
    await lin.getByText(/检查 \d+ 个图斑/).waitFor()
  })

  step('SH091 somebody else reviews: old and new class, then approves', async () => {
    const sun = await stage.enter('sunlihua')
    await sun.goto(`${stage.address}/cases/${clue.caseId}`)
    const changes = sun.locator('.section', { hasText: '地类变化' })
    await changes.getByText('物流仓储用地 0508').waitFor()
    await pictureOf(stage, sun, 'review')
    await answered(sun, 'casework.task.claim', () => sun.getByRole('button', { name: '签收' }).click())
    await answered(sun, 'casework.task.saveDraft', () => sun.getByLabel('审核意见').fill('同意'))
    await answered(sun, 'landuse.review.approve', () => sun.getByRole('button', { name: '通过' }).click())
    await sun.context().close()
  })

  step('SH092 the result is drafted, balances to the hundredth, and is applied', async () => {
    he = await stage.enter('heguanli')
    await he.goto(`${stage.address}/results?case=${clue.caseId}`)
    await answered(he, 'landuse.result.draft', () => he.getByRole('button', { name: '生成成果（1 件）' }).click())
    await he.getByText('相差 0.00 m²').waitFor()
    assert.ok((await he.locator('.item-create').count()) > 0)
    await pictureOf(stage, he, 'result-preview')
    await he.getByRole('button', { name: '正式变更' }).click()
    const ask = he.locator('.ant-popconfirm')
    await answered(he, 'landuse.result.apply', () => ask.getByRole('button', { name: '正式变更' }).click())
    await he.getByText('已变更').first().waitFor()
  })

  step('SH092 the one map shows the new patch, and the one before it a day ago', async () => {
    const [west, south, east, north] = clue.box
    const centre = [(west + east) / 2, (south + north) / 2]
    await he.evaluate((view) => sessionStorage.setItem('yutu.view', JSON.stringify(view)), { center: centre, zoom: 17 })
    await he.goto(`${stage.address}/map`)
    const map = he.locator('.map')
    await map.locator('canvas').waitFor()
    await he.locator('.map-legend').getByText('物流仓储用地').waitFor()
    const { width, height } = (await map.boundingBox())!
    await map.click({ position: { x: width / 2, y: height / 2 } })
    await he.locator('.work-panel').getByText('物流仓储用地').first().waitFor()
    await pictureOf(stage, he, 'map-after')
  })

  step(
    'SH079 SH093 SH094 SH095 the result is shared and delivered, the suspected violation flagged, in or out of managed ground',
    async () => {
      await he.goto(`${stage.address}/sharing`)
      const own = he.locator('.ant-table-row', { hasText: clue.number })
      await own.filter({ hasText: '调查成果' }).filter({ hasText: '已送达' }).waitFor({ timeout: 60_000 })
      await own.filter({ hasText: '疑似违法' }).filter({ hasText: '非农化' }).waitFor()
      await own
        .filter({ hasText: '内外分析' })
        .filter({ hasText: /管理范围/ })
        .waitFor()
      await pictureOf(stage, he, 'sharing')
    },
  )

  step('SH179 the snapshot of the ended case is found by what was written in it, opened and verified', async () => {
    await lin.goto(`${stage.address}/snapshots?text=${encodeURIComponent('影像可见新建仓储用房')}`)
    await lin.locator('.ant-table-row', { hasText: clue.caseNumber! }).click()
    await lin.getByText(/校验一致/).waitFor()
    await pictureOf(stage, lin, 'snapshot')
  })
})
