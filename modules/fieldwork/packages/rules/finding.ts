import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { pointOnSurface } from '../../../../kernel/geometry/measures/point-on-surface.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { distanceTo } from '../../../../kernel/quality/rules/evidence/sight.ts'

/** Whose business a thing on the ground is: 规划 土地 建管 执法, or the cases of this house. */
export type System = 'planning' | 'land' | 'construction' | 'enforcement' | 'survey' | 'case'

/**
 * Something known about a place: an approval on the map, a project, a case. One shape, whether the server tells it or the
 * package on the phone. Metres of EPSG:4524.
 */
export type Finding = {
  /** unique: «layer/id», «project/code», «case/id» */
  id: string
  kind: 'approval' | 'project' | 'case'
  system: System
  title: string
  number: string | null
  owner: string | null
  /** 项目规模: m²; null where nobody has said */
  area: number | null
  /** 建设阶段: a text key */
  phase: string | null
  date: string | null
  layer: string | null
  geometry: MultiPolygon | null
}

/** A finding as a list shows it. */
export type Found = Finding & { at: Position | null; distance: number | null }

const SYSTEMS: Record<string, System> = {
  CZKFBJ: 'planning',
  STBHHX: 'planning',
  YJJBNT: 'planning',
  GLFW: 'planning',
  NZYPW: 'land',
  ZDPW: 'land',
  GDXM: 'land',
  SSNYDBA: 'land',
  LSYD: 'land',
  ZD: 'land',
  ZRZ: 'construction',
  ZFAJ: 'enforcement',
}
export const systemOf = (layer: string): System => SYSTEMS[layer] ?? 'survey'

/** Layers whose features are somebody's project: what a query by number or name looks through. */
export const PROJECT_LAYERS = ['NZYPW', 'ZDPW', 'GDXM', 'SSNYDBA', 'LSYD', 'ZFAJ', 'ZRZ', 'ZD'] as const

/** Which stage of building the paper stands for: 用地 before 供地 before 建设. */
const PHASES: Record<string, string> = {
  NZYPW: 'fieldwork.phase.conversion',
  ZDPW: 'fieldwork.phase.requisition',
  GDXM: 'fieldwork.phase.supply',
  SSNYDBA: 'fieldwork.phase.record',
  LSYD: 'fieldwork.phase.temporary',
  ZFAJ: 'fieldwork.phase.enforcement',
  ZRZ: 'fieldwork.phase.built',
  ZD: 'fieldwork.phase.registered',
}

/** Fields that the title, the number and the owner of an approval are taken from. */
const TITLES = ['XMMC', 'JZWMC', 'ZL', 'ZDDM']
const NUMBERS = ['PZWH', 'GHXKZH', 'BDCDYH', 'ZRZH', 'ZDDM']
export const NAMED_BY: readonly string[] = [...TITLES, ...NUMBERS, 'SYDW']

type Feature = { id: number; attributes: Record<string, string | number | null>; geometry: MultiPolygon }

export function approvalFinding(layer: string, { id, attributes, geometry }: Feature): Finding {
  const text = (...names: string[]) => {
    const value = names
      .map((name) => attributes[name])
      .find((each) => each !== null && each !== undefined && each !== '')
    return value === undefined ? null : String(value)
  }
  const area = [attributes.PZMJ, attributes.SCJZMJ, attributes.ZZDMJ, attributes.ZDMJ].find(
    (each) => typeof each === 'number',
  )
  return {
    id: `${layer}/${id}`,
    kind: 'approval',
    system: systemOf(layer),
    title: text(...TITLES) ?? '',
    number: text(...NUMBERS),
    owner: text('SYDW'),
    area: typeof area === 'number' ? area : null,
    phase: PHASES[layer] ?? null,
    date: text('PZRQ', 'JGRQ', 'DCRQ'),
    layer,
    geometry,
  }
}

/** A number or name without what is of no account in it; kernel/db/answers-text.ts does the same to columns. */
export const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s〔〕[\]()（）第号]/g, '')

/** By part of number, name or owner; brackets, widths and blanks are of no account. */
export function answersText({ title, number, owner }: Finding, text: string): boolean {
  const sought = plain(text)
  return sought !== '' && [title, number, owner].some((each) => each !== null && plain(each).includes(sought))
}

/** With where it lies and how far from a place (0 inside it). */
export function seenFrom(finding: Finding, place: Position | null): Found {
  const { geometry } = finding
  const at = geometry && geometry.length > 0 ? (pointOnSurface(geometry) ?? null) : null
  const distance = geometry && geometry.length > 0 && place ? Math.round(distanceTo(geometry, place)) : null
  return { ...finding, at, distance }
}

/** The nearest first, then the newest; without a distance last. */
export const byDistance = (a: Found, b: Found): number =>
  (a.distance ?? Infinity) - (b.distance ?? Infinity) ||
  (b.date ?? '').localeCompare(a.date ?? '') ||
  (a.id < b.id ? -1 : 1)

/** Within so many metres of a place. */
export const within = (finding: Found, radius: number): boolean =>
  finding.distance !== null && finding.distance <= radius

/** Whether the box of a finding can lie within so many metres: spares measuring what is far off. */
export function mayBeNear({ geometry }: Finding, [x, y]: Position, radius: number): boolean {
  if (!geometry) return false
  const [minX, minY, maxX, maxY] = boundingBox(geometry)
  return minX - radius <= x && x <= maxX + radius && minY - radius <= y && y <= maxY + radius
}
