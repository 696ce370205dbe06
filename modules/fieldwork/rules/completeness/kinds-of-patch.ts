import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { degreesOff, distanceTo } from '../../../../kernel/quality/rules/evidence/sight.ts'
import { type EvidenceTemplate, kindsFor, type PhotoKind, wantedOf } from '../../templates/template.ts'
import { inwardCorners } from './inward-corners.ts'

/** A photo as the rules of a patch need it; `position` in metres, EPSG:4524. */
export type PatchPhoto = {
  patchId: string | null
  kind: string | null
  position: Position | null
  azimuth: number | null
}
export type PatchGround = { id: string; DLBM: string | null; geometry: MultiPolygon }

/** Degrees past the patch at which a camera is still said to look at it. */
const PAST = 45

/** How a photo fails its kind: too far away, without direction, looking elsewhere. Undefined: it counts. */
export function faultOf(
  photo: PatchPhoto,
  kind: PhotoKind,
  ground: MultiPolygon,
): 'far' | 'blind' | 'away' | undefined {
  if (kind.interior) return undefined
  const { position, azimuth } = photo
  if (kind.maxDistance !== undefined && (!position || distanceTo(ground, position) > kind.maxDistance)) return 'far'
  if (!kind.needAzimuth) return undefined
  if (azimuth === null) return 'blind'
  return position && degreesOff(ground, position, azimuth) > PAST ? 'away' : undefined
}

export type KindCount = { kind: PhotoKind; wanted: number; found: number; missing: number }

/** Photos of one patch: those that name it, and those that name none that is there. */
export const photosFor = <P extends PatchPhoto>(
  id: string,
  photos: readonly P[],
  patches: readonly PatchGround[],
): P[] =>
  photos.filter(({ patchId }) => patchId === id || patchId === null || !patches.some((patch) => patch.id === patchId))

/** How many of each kind a patch has and lacks. Photos without a kind count for the first kinds that want some. */
export function kindCounts(
  template: Pick<EvidenceTemplate, 'kinds' | 'classRules'>,
  { DLBM, geometry }: PatchGround,
  photos: readonly PatchPhoto[],
): KindCount[] {
  const corners = inwardCorners(geometry)
  let loose = photos.filter(({ kind }) => kind === null)
  return kindsFor(template, DLBM).map((kind) => {
    const wanted = wantedOf(kind, corners)
    const own = photos.filter((photo) => photo.kind === kind.code && !faultOf(photo, kind, geometry)).length
    const taken = loose.filter((photo) => !faultOf(photo, kind, geometry)).slice(0, Math.max(0, wanted - own))
    loose = loose.filter((photo) => !taken.includes(photo))
    const found = own + taken.length
    return { kind, wanted, found, missing: Math.max(0, wanted - found) }
  })
}
