import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { SPOILS } from './clue-broken.ts'
import type { Breakage } from './clue-kinds.ts'
import { allows, conclude } from './clue-kinds.ts'
import type { Placed } from './clue-placing.ts'
import type { ClueRow, SurveyedRange, TruthRow } from './clue-row.ts'
import type { County } from './county.ts'
import { intersectionArea } from './intersection-area.ts'
import { polygonArea } from './outline.ts'
import type { Site } from './sites.ts'

// + 0 turns a rounded -0 into 0.
const square = (value: number) => Math.round(value * 100) / 100 + 0
const MANAGED = ['conversion', 'facility', 'temporary', 'surveyed']

/** What lies under the land a clue means, part by part. */
function measure(county: County, placed: Placed, parts: MultiPolygon) {
  const unders = parts.map((part) => county.known().ground.under(part))
  const sum = (pick: (under: (typeof unders)[number]) => number) =>
    unders.reduce((total, under) => total + pick(under), 0)
  const sites = placed.sites
    .map(({ site }) => ({ site, area: parts.reduce((total, part) => total + intersectionArea(part, site.polygon), 0) }))
    .filter(({ area }) => area > 0)
  return {
    sites,
    area: parts.reduce((total, part) => total + polygonArea(part), 0),
    farmland: sum((under) => under.farmland),
    basicFarmland: sum((under) => under.basicFarmland),
    redline: sum((under) => under.redline),
  }
}

const total = (sites: { area: number }[]) => sites.reduce((sum, { area }) => sum + area, 0)
const numbers = (sites: { site: Site }[]) => sites.map(({ site }) => site.number)

/** The truth about one row: from where it was put and from the generator's own measures. */
export function judge(county: County, placed: Placed, broken: Breakage | null, row: ClueRow, place: number): TruthRow {
  const parts = (broken && SPOILS[broken].meant?.(placed.polygon)) || [placed.polygon]
  const measured = measure(county, placed, parts)
  const { area, farmland, basicFarmland, redline, sites } = measured
  const of = (test: (site: Site) => boolean) => sites.filter(({ site }) => test(site))
  const approvals = of((site) => site.valid && allows(site.kind, placed.newClass))
  const facts = { newClass: placed.newClass, area, farmland, basicFarmland, redline, covered: total(approvals) }
  const report = broken ? SPOILS[broken].report : 'accepted'
  return {
    row: place,
    JCBH: String(row.attributes.JCBH),
    kind: broken === 'outside-county' ? 'outside' : placed.kind,
    approvals: numbers(approvals),
    expired: numbers(of((site) => !site.valid)),
    cases: numbers(of((site) => site.kind === 'case')),
    ...link(
      of((site) => site.kind === 'surveyed'),
      area,
    ),
    area: square(area),
    farmlandArea: square(farmland),
    basicFarmlandArea: square(basicFarmland),
    redlineArea: square(redline),
    unmanagedArea: square(area - total(of((site) => site.valid && MANAGED.includes(site.kind)))),
    expectedConclusion: report === 'rejected' ? null : conclude(facts),
    expectedNewClass: placed.newClass,
    broken,
    expectedReport: report,
  }
}

/** Linked when the common part is at least half of either area (SH078; both shares are kept). */
function link(surveyed: { site: Site; area: number }[], area: number): Pick<TruthRow, 'linkedTo' | 'linkShares'> {
  const best = surveyed.toSorted((a, b) => b.area - a.area)[0]
  if (!best) return { linkedTo: null, linkShares: null }
  const shares = { ofClue: best.area / area, ofSurveyed: best.area / polygonArea(best.site.polygon) }
  return { linkedTo: Math.max(shares.ofClue, shares.ofSurveyed) >= 0.5 ? best.site.number : null, linkShares: shares }
}

/** Everything surveyed in the quarters before, whether a clue falls on it or not. */
export function surveyedRanges(county: County): SurveyedRange[] {
  return county
    .known()
    .sites.filter((site) => site.kind === 'surveyed')
    .map((site) => ({
      id: `DC${site.number}`,
      JCBH: site.number,
      date: site.date,
      DLBM: site.useCode,
      geometry: [site.polygon],
    }))
}
