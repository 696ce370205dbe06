import assert from 'node:assert/strict'
import { test } from 'node:test'
import { screeningTable } from '../decisions/screening-table.ts'
import type { ApprovalFinding, ScreeningFacts } from '../schema.ts'
import { reasonCodes } from './reason.ts'
import { screen } from './screen.ts'

const plain: ScreeningFacts = {
  changeKind: 'building',
  dated: true,
  linked: false,
  repaired: false,
  repairReverted: false,
  area: 1000,
  countyShare: 1,
  approvedShare: 0,
  settledShare: 0,
  laterShare: 0,
  expiredShare: 0,
  otherUseShare: 0,
  enforcementShare: 0,
  rangeArea: 1000,
  farmlandArea: 0,
  basicFarmlandArea: 0,
  redlineArea: 0,
  farmlandShare: 0,
  basicFarmlandShare: 0,
  redlineShare: 0,
  urbanShare: 0,
}

const approval: ApprovalFinding = {
  layer: 'NZYPW',
  id: 7,
  version: 1,
  number: '陕政土批〔2025〕101号',
  project: '柳林工业项目',
  holder: '云栖县柳林建材有限公司',
  decidedOn: '2025-03-04',
  validUntil: null,
  use: '工业用地',
  standing: 'valid',
  area: 990,
  share: 0.99,
}

const cases: [string, Partial<ScreeningFacts>, string, string][] = [
  ['a building nobody approved', {}, 'suspect', 'no-approval'],
  ['a building under a valid approval', { approvedShare: 0.97 }, 'lawful', 'approved'],
  ['a building half under an approval', { approvedShare: 0.5 }, 'manual', 'partly-approved'],
  ['a building approved after it stood', { laterShare: 1 }, 'suspect', 'approved-later'],
  ['a temporary site whose time is over', { changeKind: 'temporary', expiredShare: 1 }, 'suspect', 'approval-expired'],
  ['a factory on land filed for a greenhouse', { otherUseShare: 1 }, 'suspect', 'other-use'],
  ['a building in an enforcement case', { enforcementShare: 1 }, 'suspect', 'under-enforcement'],
  ['a building in the redline, approved or not', { redlineShare: 0.2, approvedShare: 1 }, 'suspect', 'redline'],
  ['a building without a date of finding', { dated: false, approvedShare: 1 }, 'manual', 'undated'],
  ['an orchard on basic farmland', { changeKind: 'planting', basicFarmlandShare: 0.3 }, 'suspect', 'on-basic-farmland'],
  ['a pond on ordinary farmland', { changeKind: 'water', farmlandShare: 0.3 }, 'manual', 'on-farmland'],
  ['an orchard on waste land', { changeKind: 'planting' }, 'lawful', 'farm-use'],
  ['a field cultivated again', { changeKind: 'restored' }, 'lawful', 'restored'],
  ['earth moved', { changeKind: 'earthwork' }, 'manual', 'unclear'],
  ['a clue whose repair was taken back', { repairReverted: true, approvedShare: 1 }, 'manual', 'repair-reverted'],
  ['a clue across the county border', { countyShare: 0.6 }, 'manual', 'crosses-border'],
]

for (const [title, facts, conclusion, reason] of cases) {
  test(`${title} is ${conclusion} (${reason})`, async () => {
    const answer = screen(await screeningTable(), { ...plain, ...facts }, [])
    assert.equal(answer.conclusion, conclusion)
    assert.equal(answer.reasonCode, reason)
    assert.match(answer.decision.digest, /^[0-9a-f]{64}$/)
  })
}

test('the reason names the approval, how much it covers and until when it holds', async () => {
  const { reason } = screen(await screeningTable(), { ...plain, approvedShare: 0.99, farmlandArea: 12.5 }, [approval])
  assert.match(
    reason.zh,
    /新增建设 1000\.00 m²：已有有效批准覆盖；占耕地 12\.50 m²；陕政土批〔2025〕101号「柳林工业项目」有效（覆盖 99\.0%，2025-03-04）/,
  )
  assert.match(reason.en, /covered by valid approvals/)
})

test('every reason of the table has its sentence', async () => {
  const table = await screeningTable()
  for (const { results } of table.rules) assert.ok(reasonCodes.includes(results[1]!.replaceAll('"', '')), results[1])
})
