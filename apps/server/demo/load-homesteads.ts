import { sql } from 'kysely'
import { dayOf } from '../../../kernel/calendar/day.ts'
import { fileCase } from '../../../modules/casework/actions/file-case.ts'
import { actAs } from '../act-as.ts'
import type { World } from '../open-world.ts'
import { progressBar } from '../progress.ts'
import type { Turn } from './approval-cases.ts'
import { finishJobs, instantOf, take } from './load-approvals.ts'

const DAY = 86_400_000

/**
 * `done`: how many of the turns after the filing have been taken; `pace`: how much longer each took than thirteen days in all ask for.
 * Over 200 m² the rule asks for a check first.
 */
type Household = { name: string; area: number; filedAgo: number; done: number; village: number; pace?: number }

/** Invented households, at nearly every step a change can stand at; some closed in earlier months. */
const households: Household[] = [
  { name: '张建国', area: 156.2, filedAgo: 118, done: 8, village: 0, pace: 1.2 },
  { name: '李桂英', area: 183.5, filedAgo: 92, done: 8, village: 1, pace: 0.8 },
  { name: '王明', area: 212.8, filedAgo: 74, done: 9, village: 3, pace: 3.1 },
  { name: '赵秀兰', area: 166.0, filedAgo: 61, done: 8, village: 6, pace: 0.7 },
  { name: '刘军', area: 197.4, filedAgo: 44, done: 5, village: 2 },
  { name: '陈立', area: 143.7, filedAgo: 26, done: 6, village: 0 },
  { name: '杨雪梅', area: 231.6, filedAgo: 19, done: 2, village: 4 },
  { name: '周强', area: 174.9, filedAgo: 12, done: 3, village: 7 },
  { name: '吴芳', area: 188.1, filedAgo: 9, done: 1, village: 0 },
  { name: '郑海', area: 265.3, filedAgo: 5, done: 0, village: 1 },
  { name: '孙玉珍', area: 139.4, filedAgo: 2, done: 0, village: 5 },
]

/** 宅基地地籍变更 through the real acts, in the past weeks. */
export async function loadHomesteads(world: World): Promise<void> {
  const bar = progressBar('装入演示宅基地变更 · Demo homesteads')
  const villages = await sql<{
    code: string
    name: string
  }>`select code, name from area where level = 'village' order by code`.execute(world.database.db)
  const surveyedBy = await sql<{
    id: string
    name: string
  }>`select id, name from organisation where code = 'mapping-institute'`.execute(world.database.db)
  for (const [k, one] of households.entries()) {
    await play(world, one, villages.rows[one.village % villages.rows.length]!, surveyedBy.rows[0]!)
    bar.step((k + 1) / households.length, 0)
  }
  bar.end(`${households.length}`)
}

async function play(
  world: World,
  { name, area, filedAgo, done, pace = 1 }: Household,
  village: { code: string; name: string },
  surveyedBy: { id: string; name: string },
): Promise<void> {
  const data = {
    ...{ householder: name, mobile: '13909160002', persons: 4, cause: 'rebuild', place: `${village.name}` },
    ...{ terrain: '川地塬地', homesteadArea: area },
  }
  const input = {
    process: 'ownership.homestead',
    title: `${village.name}${name}宅基地变更`,
    areaCode: village.code,
    data,
  }
  const filed = new Date(Date.now() - filedAgo * DAY)
  const { caseId } = await actAs<{ caseId: string }>(world, 'caijing', fileCase, input, filed)
  const turns = turnsOf({ filedAgo, area, pace }, village.code, surveyedBy).slice(0, done)
  for (const turn of turns) await take(world, caseId, turn)
  await finishJobs(world, instantOf(turns.at(-1)?.[0] ?? filedAgo, 3))
}

type Course = { filedAgo: number; area: number; pace: number }

function turnsOf({ filedAgo, area, pace }: Course, code: string, surveyedBy: { id: string; name: string }): Turn[] {
  const ago = (days: number) => Math.max(0, filedAgo - Math.round(days * pace))
  const parcel = { after: `${code}JC00021`, area }
  const checked = { overFinding: '批准在先，翻建未扩大，超出部分不予确权。' }
  const isOver = area > 200
  return [
    ...(isOver ? [[ago(1), 'caijing', 'verify', 'confirm', checked] satisfies Turn] : []),
    [ago(2), 'caijing', 'assign', 'assign', { surveyedBy }],
    [ago(5), 'madong', 'draw', 'done', { parcels: [parcel] }],
    [ago(7), 'caijing', 'hang', 'done', { buildings: '1 幢 2 层 1 户，与房屋调查一致。' }],
    [ago(8), 'linzhiyuan', 'quality', 'pass', { qualityFinding: '空间、属性检查通过。' }],
    [ago(9), 'heguanli', 'tentative', 'done'],
    [ago(10), 'caijing', 'slip', 'done', { slipNumber: `${code.slice(0, 9)}-2026-${Math.round(area)}` }],
    [ago(12), 'sunlihua', 'confirm', 'confirm'],
    [ago(13), 'heguanli', 'change', 'done', { changedOn: dayOf(Date.now() - ago(13) * DAY) }],
  ]
}
