import { invalid, Refusal } from '../../problems/problem.ts'
import type { Finding } from '../delivery.ts'

const PARTS = ['shp', 'shx', 'dbf', 'prj', 'cpg'] as const
type PartName = (typeof PARTS)[number]

/** A shapefile inside an archive: its name and where its parts lie. */
export type ShapefileEntry = { name: string; parts: Partial<Record<PartName, string>> }

/** Index and metadata files that stand beside a shapefile and add nothing to it. */
const SIDECARS = /\.(sbn|sbx|qix|qpj|qmd|fix|ain|aih|atx|ixs|mxs|cst|xml|idm|ind|avl|lyr|sld|qml)$/i

const endingOf = (name: string) => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
const stemOf = (name: string) => name.replace(/\.[^./]+$/, '')

/** Groups the names of an archive into shapefiles; `others` are the files that belong to none. */
export function findShapefiles(names: string[]): { shapefiles: ShapefileEntry[]; others: string[] } {
  const byStem = new Map<string, ShapefileEntry>()
  const others: string[] = []
  for (const name of names) {
    const ending = PARTS.find((part) => part === endingOf(name))
    if (!ending) {
      others.push(name)
      continue
    }
    const stem = stemOf(name)
    const entry = byStem.get(stem.toLowerCase()) ?? { name: stem.replace(/^.*\//, ''), parts: {} }
    entry.parts[ending] = name
    byStem.set(stem.toLowerCase(), entry)
  }
  return { shapefiles: [...byStem.values()], others }
}

/** The one layer meant: by name, or the only one. Refuses to choose between several. */
export function chooseShapefile(found: ShapefileEntry[], wanted: string | undefined): ShapefileEntry {
  const layers = found.map((entry) => entry.name)
  const matching = wanted === undefined ? found : found.filter((entry) => entry.name === wanted)
  if (matching.length === 0)
    throw new Refusal(invalid('formats.layer.not-found', { layer: wanted ?? '', layers: layers.join(', ') }))
  if (matching.length > 1) throw new Refusal(invalid('formats.layer.several', { layers: layers.join(', ') }))
  return matching[0]!
}

/** Names the files of an archive that were not read, but for those that only accompany a layer. */
export function reportUnread(names: string[]): Finding[] {
  const others = names.filter((name) => !SIDECARS.test(name))
  if (others.length === 0) return []
  return [{ code: 'formats.zip.not-read', params: { count: others.length, files: others.slice(0, 10).join(', ') } }]
}
