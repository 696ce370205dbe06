import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'
import { judgeEvidence } from '../../../kernel/quality/judge-evidence.ts'
import type { EvidenceLimits } from '../../../kernel/quality/rules/evidence/evidence.ts'
import { areaToPlane, placeToPlane } from '../../../modules/fieldwork/rules/plane.ts'

/** A photo as phone and server both know it; position in degrees. */
export type KnownPhoto = {
  digest: string
  takenAt: string | null
  position: Position | null
  azimuth: number | null
  pitch: number | null
  kind: string | null
}

type Ground = {
  range: MultiPolygon
  openedAt: string
  limits: EvidenceLimits
  photos: readonly KnownPhoto[]
  now: number
}

/**
 * What the server would refuse on submission (severity A), or send back for after its quality check (B): told in the
 * field, where it can be mended. Pure.
 */
export function missingEvidence({ range, openedAt, limits, photos, now }: Ground) {
  return judgeEvidence(
    {
      feature: 'range',
      patch: areaToPlane(range),
      attributes: {},
      mandatory: [],
      photos: photos.map(({ digest, takenAt, position, azimuth, pitch }) => ({
        ...{ id: digest, digest, storedDigest: digest, azimuth, pitch, device: 'phone', person: 'self' },
        takenAt: takenAt === null ? null : new Date(takenAt),
        position: position && placeToPlane(position),
      })),
      window: { from: new Date(openedAt), to: new Date(now + 5 * 60_000) },
      reason: null,
    },
    limits,
  ).filter(({ severity }) => severity !== 'C')
}
