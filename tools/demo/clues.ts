import { unzipSync, zipSync } from 'fflate'
import { writeShapefileZip } from '../../kernel/formats/write-shapefile.ts'
import { SPOILS } from './clue-broken.ts'
import type { Breakage } from './clue-kinds.ts'
import { CHANGES, type ChangeName, KIND_MIX } from './clue-kinds.ts'
import { type Placed, Placing } from './clue-placing.ts'
import { CLUE_FIELDS, type ClueRow, type SurveyedRange, type TruthRow } from './clue-row.ts'
import { judge, surveyedRanges } from './clue-truth.ts'
import { COUNTY_CODE, COUNTY_NAME } from './codes.ts'
import type { County } from './county.ts'
import { shareOf, type Under } from './ground.ts'
import { createRandom, hashLabel, type Random } from './random.ts'
import { clueNumber } from './sites.ts'
import type { CountySize } from './sizes.ts'

export type ClueOptions = { quarter?: string; seed?: number; count?: number }

export type QuarterOfClues = {
  quarter: string
  clues: ClueRow[]
  truth: TruthRow[]
  surveyed: SurveyedRange[]
  /** the delivery as a provincial institute sends it: zipped shapefile, GBK by language driver 0x4D, no .cpg */
  delivery(): Uint8Array
}

const USUAL_COUNT: Record<CountySize, number> = { S: 60, M: 1000, L: 5000 }
const NOTES = ['', '', '', '影像局部有云影', '疑似新增构筑物', '边界据2米影像勾绘', '含硬化地面']

/** A quarter's monitoring clues on a demo county with what each of them really is; deterministic in (county, options). */
export function generateClues(county: County, options: ClueOptions = {}): QuarterOfClues {
  const quarter = options.quarter ?? '2026Q3'
  const count = options.count ?? USUAL_COUNT[county.size]
  const random = createRandom((options.seed ?? county.seed) ^ hashLabel(quarter))
  const breakages = Object.keys(SPOILS).flatMap((name) =>
    Array(Math.max(1, Math.round(count / 250))).fill(name),
  ) as Breakage[]
  const placing = new Placing(county, random)
  const sound = placeSound(placing, count - breakages.length, random).map((placed) => ({
    placed,
    broken: null as Breakage | null,
  }))
  const spoiled = breakages.map((broken) => ({
    placed: placeOne(placing, 'suspect', ['building'], random)!,
    broken: broken as Breakage | null,
  }))
  const mixed = shuffled([...sound, ...spoiled], random)
  const rows = mixed.map(({ placed, broken }, i) => drawUp(placed, broken, quarter, i, random))
  repeatNumbers(rows, mixed)
  const truth = mixed.map(({ placed, broken }, i) => judge(county, placed, broken, rows[i]!, i + 1))
  return { quarter, clues: rows, truth, surveyed: surveyedRanges(county), delivery: () => deliver(rows, quarter) }
}

function placeSound(placing: Placing, count: number, random: Random): Placed[] {
  const placed: Placed[] = []
  for (const { kind, share, changes } of KIND_MIX) {
    for (let i = 0; i < Math.round(count * share); i++) {
      const one = placeOne(placing, kind, changes, random)
      if (one) placed.push(one)
    }
  }
  while (placed.length < count) placed.push(placeOne(placing, 'suspect', ['building'], random)!)
  return placed.slice(0, count)
}

const OPEN_LAND = /^(01|02|03|0404|1006|1107|1206)/
const onOpenLand = (under: Under) => shareOf(under, (code) => OPEN_LAND.test(code)) > 0.97

function placeOne(
  placing: Placing,
  kind: Placed['kind'],
  changes: readonly ChangeName[],
  random: Random,
): Placed | undefined {
  switch (kind) {
    case 'approved':
      return placing.onSite(kind, ['conversion', 'facility', 'conversion', 'temporary'], true, [0, 0])
    case 'partial':
      return placing.onSite(kind, ['conversion', 'facility'], true, [0.36, 0.62])
    case 'expired':
      return placing.onSite(kind, ['temporary', 'conversion'], false, [0, 0])
    case 'case':
      return placing.onSite(kind, ['case'], true, [0, 0])
    case 'already-surveyed':
      return placing.onSite(kind, ['surveyed'], true, [0.06, 0.36])
    case 'near-surveyed':
      return placing.onSite(kind, ['surveyed'], true, [0.54, 0.62])
    case 'free':
      return placing.onOpenGround(kind, random.pick(changes), (under) => under.farmland < 0.005 && onOpenLand(under))
    case 'farmland':
      return placing.onOpenGround(kind, random.pick(changes), (under) => under.farmland > 0.6 * under.area)
    default:
      return placing.onOpenGround(kind, random.pick(changes), onOpenLand)
  }
}

/** Attributes as the institute writes them. */
function drawUp(placed: Placed, broken: Breakage | null, quarter: string, index: number, random: Random): ClueRow {
  const [year, part] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))]
  const day = (month: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(random.whole(2, 27)).padStart(2, '0')}`
  const attributes = {
    JCBH: clueNumber(quarter, index + 1),
    XZQDM: COUNTY_CODE,
    XZQMC: COUNTY_NAME,
    QSX: day(Math.max(1, part * 3 - 4)),
    HSX: day(part * 3 - 1),
    TZLX: CHANGES[placed.change].label,
    YPDL: placed.newClass,
    JCMJ: Math.round(placed.under.area * 100) / 100,
    BZ: random.pick(NOTES) || null,
  }
  const row: ClueRow = { attributes, geometry: [placed.polygon] }
  return broken ? { ...row, ...SPOILS[broken].row(row) } : row
}

/** A row marked 'duplicate-id' takes the number of a sound row before it (the first row otherwise). */
function repeatNumbers(rows: ClueRow[], mixed: readonly { broken: Breakage | null }[]): void {
  mixed.forEach(({ broken }, i) => {
    if (broken !== 'duplicate-id') return
    const before = mixed.findLastIndex((other, j) => j < i && other.broken === null)
    if (before >= 0) rows[i]!.attributes.JCBH = rows[before]!.attributes.JCBH!
  })
}

function shuffled<T extends { broken: Breakage | null }>(items: T[], random: Random): T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.whole(0, i)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  // The first row is sound, so that a repeated number has something to repeat.
  const first = order.findIndex((item) => item.broken === null)
  return [order[first]!, ...order.slice(0, first), ...order.slice(first + 1)]
}

function deliver(rows: ClueRow[], quarter: string): Uint8Array {
  const fields = CLUE_FIELDS.map((field) => ({ ...field }))
  const zip = writeShapefileZip({ name: `JCTB_${COUNTY_CODE}_${quarter}`, fields, rows, epsg: 4524, encoding: 'gbk' })
  const files = unzipSync(zip)
  const kept = Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith('.cpg')))
  return zipSync(kept, { mtime: new Date(2000, 0, 1) })
}
