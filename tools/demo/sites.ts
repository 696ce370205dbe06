import type { Polygon } from '../../kernel/geometry/types.ts'
import type { Gazetteer } from './codes.ts'
import { type Ground, shareOf } from './ground.ts'
import { personName } from './names.ts'
import { createRandom, hashLabel, type Random } from './random.ts'
import { rectangle, type Shape } from './shapes.ts'

/** Why somebody already knows of a piece of land. */
export type SiteKind = 'conversion' | 'facility' | 'temporary' | 'case' | 'surveyed'

/** A piece of land with a decision on it; `shape` in drawing space, `polygon` on the ground. */
export type Site = {
  kind: SiteKind
  number: string
  /** false: expired or revoked before the quarter began */
  valid: boolean
  state: string
  date: string
  until: string | null
  project: string
  holder: string
  /** approved use, or the class found by a survey */
  use: string
  useCode: string
  village: number
  shape: Shape
  polygon: Polygon
  farmland: number
}

/** Remembers what ground is taken, so that no two things are placed on one another by accident. */
export class Occupancy {
  private readonly cells = new Map<string, { x: number; y: number; radius: number }[]>()

  private around(x: number, y: number): string[] {
    const [cx, cy] = [Math.floor(x / 500), Math.floor(y / 500)]
    return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${cx + dx} ${cy + dy}`))
  }

  /** Takes the circle, or returns false where it would overlap one taken before. Radii up to 240 m. */
  take(x: number, y: number, radius: number): boolean {
    const free = this.around(x, y).every((key) =>
      (this.cells.get(key) ?? []).every((o) => Math.hypot(o.x - x, o.y - y) > o.radius + radius),
    )
    if (!free) return false
    const key = `${Math.floor(x / 500)} ${Math.floor(y / 500)}`
    this.cells.set(key, [...(this.cells.get(key) ?? []), { x, y, radius }])
    return true
  }
}

const MIX: readonly (readonly [SiteKind, number])[] = [
  ['conversion', 0.44],
  ['facility', 0.2],
  ['temporary', 0.14],
  ['case', 0.08],
  ['surveyed', 0.14],
]
const SIZE: Record<SiteKind, [number, number]> = {
  conversion: [60, 130],
  facility: [34, 70],
  temporary: [40, 80],
  case: [30, 70],
  surveyed: [36, 80],
}
const OPEN_LAND = /^(01|02|0307|0404|1006|1107)/

const USES: Record<SiteKind, readonly (readonly [use: string, code: string])[]> = {
  conversion: [
    ['工业用地', '0601'],
    ['城镇住宅用地', '0701'],
    ['物流仓储用地', '0508'],
    ['教育用地', '08H2'],
    ['农村宅基地', '0702'],
    ['公路用地', '1003'],
  ],
  facility: [
    ['畜禽养殖设施', '1202'],
    ['作物种植设施', '1202'],
    ['烘干晾晒设施', '1202'],
  ],
  temporary: [
    ['工程项目部', '0601'],
    ['临时堆料场', '0508'],
    ['拌和站', '0601'],
  ],
  case: [
    ['未批先建厂房', '0601'],
    ['占用耕地建房', '0702'],
    ['擅自堆放砂石', '0508'],
  ],
  surveyed: [
    ['果园', '0201'],
    ['农村宅基地', '0702'],
    ['设施农用地', '1202'],
    ['坑塘水面', '1104'],
  ],
}

/** Places what is already known in the county by 2026-06-30: approvals, open cases, ranges surveyed this year. */
export function laySites(ground: Ground, gazetteer: Gazetteer, occupancy: Occupancy): Site[] {
  const { land } = ground.drawn
  const random = land.random.fork('sites')
  const sites: Site[] = []
  for (const [kind, share] of MIX) {
    const wanted = Math.round(land.plan.approvals * share)
    let placed = 0
    for (let attempt = 0; attempt < wanted * 60 && placed < wanted; attempt++) {
      const spot = trySpot(ground, occupancy, kind, random)
      if (!spot) continue
      sites.push({ kind, ...spot, ...papers(kind, ++placed, gazetteer.villages[spot.village]!, random) })
    }
  }
  return sites
}

function trySpot(
  ground: Ground,
  occupancy: Occupancy,
  kind: SiteKind,
  random: Random,
): Pick<Site, 'shape' | 'polygon' | 'village' | 'farmland'> | undefined {
  const { land, outline } = ground.drawn
  const face = ground.faceAt(random.next())
  if (!/^(01|02|0307|0404)/.test(land.classOf[face]!)) return undefined
  const cell = land.measure(face)
  if (land.relief.slope(cell.cx, cell.cy) > 13) return undefined
  const length = random.between(...SIZE[kind])
  const width = length * random.between(0.55, 0.95)
  const shape = rectangle(cell.cx, cell.cy, length, width, cell.axis)
  const polygon = [outline.bentRing(shape)]
  const under = ground.under(polygon)
  const covered = [...under.classes.values()].reduce((sum, area) => sum + area, 0)
  if (covered < under.area - 1 || under.villages.size > 1 || under.redline > 0) return undefined
  if (shareOf(under, (code) => OPEN_LAND.test(code)) < 0.995) return undefined
  if (kind !== 'case' && kind !== 'surveyed' && under.basicFarmland > 0) return undefined
  if (!occupancy.take(cell.cx, cell.cy, Math.hypot(length, width) / 2 + 8)) return undefined
  return { shape, polygon, village: land.villageOf[face]!, farmland: under.farmland }
}

/** JCBH: county, year and quarter, number in the quarter. */
export function clueNumber(quarter: string, serial: number): string {
  return `610799${quarter}${String(serial).padStart(5, '0')}`
}

type Papers = Pick<Site, 'number' | 'valid' | 'state' | 'date' | 'until' | 'project' | 'holder' | 'use' | 'useCode'>

const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

function papers(kind: SiteKind, serial: number, village: Gazetteer['villages'][number], random: Random): Papers {
  const [use, useCode] = random.pick(USES[kind])
  const [month, date] = [random.whole(1, 12), random.whole(1, 28)]
  const place = village.name.replace(/村$/, '')
  const person = personName(random)
  const common = { use, useCode, valid: true, state: '有效', until: null }
  if (kind === 'conversion') {
    // Three plots share one approval: its number, day and standing come from the batch.
    const batch = Math.ceil(serial / 3)
    const draw = createRandom(hashLabel(`batch ${batch}`))
    const [year, revoked] = [draw.whole(2024, 2025), draw.chance(0.1)]
    const company = `云栖县${place}${random.pick(['产业', '建材', '食品', '科技', '城镇建设'])}有限公司`
    return {
      ...common,
      number: `陕政土批〔${year}〕${100 + batch}号`,
      date: day(year, draw.whole(1, 12), draw.whole(1, 28)),
      project: `${place}${use.replace('用地', '')}项目`,
      holder: useCode === '0702' ? `${village.name}村民委员会` : company,
      valid: !revoked,
      state: revoked ? '已撤销' : '有效',
    }
  }
  if (kind === 'facility') {
    const year = random.whole(2023, 2025)
    return {
      ...common,
      number: `云栖设农备〔${year}〕${serial}号`,
      date: day(year, month, date),
      until: day(year + 5, month, date),
      project: `${place}${use}`,
      holder: `${person}家庭农场`,
    }
  }
  if (kind === 'temporary') {
    const expired = random.chance(0.4)
    const year = expired ? 2023 : 2025
    return {
      ...common,
      number: `云栖自然资临〔${year}〕${serial}号`,
      date: day(year, month, date),
      until: day(year + 2, month, date),
      project: `${place}段公路改建${use}`,
      holder: '云栖县交通建设有限公司',
      valid: !expired,
      state: expired ? '已到期' : '有效',
    }
  }
  if (kind === 'case') {
    return {
      ...common,
      number: `云栖自然资立〔2026〕${serial}号`,
      date: day(2026, random.whole(1, 6), date),
      project: `${place}${use}案`,
      holder: person,
      state: random.chance(0.7) ? '办理中' : '已处罚',
    }
  }
  const quarter = random.whole(1, 2)
  return {
    ...common,
    number: clueNumber(`2026Q${quarter}`, serial),
    date: day(2026, quarter * 3, date),
    project: `2026年第${quarter === 1 ? '一' : '二'}季度监测图斑`,
    holder: village.name,
    state: '已调查',
  }
}
