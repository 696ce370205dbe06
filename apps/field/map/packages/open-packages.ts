import { boundingBox, boxesMeet } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { intersects } from '../../../../kernel/geometry/relate/predicates.ts'
import type { Box, MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import {
  answersText,
  approvalFinding,
  byDistance,
  type Finding,
  type Found,
  mayBeNear,
  PROJECT_LAYERS,
  seenFrom,
  within,
} from '../../../../modules/fieldwork/packages/rules/finding.ts'
import { openReference, type Reference } from '../../../../modules/fieldwork/packages/rules/reference/read-reference.ts'
import { partSource } from './files.ts'
import type { Edition } from './kept-package.ts'
import type { LayerFeature } from './worker-api.ts'

type Open = { edition: Edition; layers: Map<string, Reference>; findings: Finding[] }

let opened: Open[] = []

/** Opens the files of the packages; those whose files are gone are left out. Gives the folders that are there. */
export async function usePackages(editions: readonly Edition[]): Promise<string[]> {
  const before = new Map(opened.map((each) => [each.edition.folder, each]))
  const now = await Promise.all(
    editions.map(async (edition) => before.get(edition.folder) ?? (await openEdition(edition))),
  )
  opened = now.filter((each) => each !== undefined)
  return opened.map(({ edition }) => edition.folder)
}

async function openEdition(edition: Edition): Promise<Open | undefined> {
  const layers = new Map<string, Reference>()
  for (const { name, kind } of edition.manifest.parts) {
    if (kind !== 'reference') continue
    const source = await partSource(edition, name)
    if (!source) return undefined
    layers.set(name, await openReference(source))
  }
  return { edition, layers, findings: await findingsOf(edition) }
}

async function findingsOf(edition: Edition): Promise<Finding[]> {
  const source = await partSource(edition, 'work')
  if (!source) return []
  const work = JSON.parse(new TextDecoder().decode(await source.read(0, source.size))) as { findings: Finding[] }
  return work.findings
}

export const openedPackages = (): readonly Open[] => opened

/** What several packages hold of one layer is told once. */
function once(features: LayerFeature[]): LayerFeature[] {
  const known = new Map(features.map((feature) => [`${feature.layer}/${feature.id}`, feature]))
  return [...known.values()]
}

export async function featuresAt(place: Position): Promise<LayerFeature[]> {
  const found: LayerFeature[] = []
  for (const { layers } of opened)
    for (const [layer, file] of layers) found.push(...(await file.at(place)).map((feature) => ({ ...feature, layer })))
  return once(found)
}

export async function featuresInBox(
  box: Box,
  wanted: readonly string[] | null,
  limit: number,
): Promise<LayerFeature[]> {
  const found: LayerFeature[] = []
  for (const { layers, edition } of opened) {
    if (!boxesMeet(boundingBox(edition.manifest.ground), box)) continue
    for (const [layer, file] of layers) {
      if (wanted && !wanted.includes(layer)) continue
      const features = await file.inBox(box, { limit: limit - found.length })
      found.push(...features.map((feature) => ({ ...feature, layer })))
      if (found.length >= limit) return once(found)
    }
  }
  return once(found)
}

const MOST = 100

/** As fieldwork.ground.find, of what lies in the packages: by number or name, round a place, or under a shape. */
export async function findIn(
  text: string | null,
  place: Position | null,
  radius: number,
  under: MultiPolygon | null,
): Promise<Found[]> {
  const found = new Map<string, Found>()
  const take = (finding: Finding) => {
    if (text ? !answersText(finding, text) : place && !under && !mayBeNear(finding, place, radius)) return
    if (under && !(finding.geometry && intersects(finding.geometry, under))) return
    const seen = seenFrom(finding, place)
    if (text || under || within(seen, radius)) found.set(finding.id, seen)
  }
  for (const { layers, findings } of opened) {
    findings.forEach(take)
    for (const layer of PROJECT_LAYERS) {
      const file = layers.get(layer)
      if (!file) continue
      if (under) for (const each of await file.inBox(boundingBox(under))) take(approvalFinding(layer, each))
      else for await (const each of file.all()) take(approvalFinding(layer, each))
    }
  }
  return [...found.values()].sort(byDistance).slice(0, MOST)
}
