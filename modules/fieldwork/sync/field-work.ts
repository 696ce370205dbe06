import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { PREPARED } from '../../../kernel/db/statement-names.ts'
import type { Position } from '../../../kernel/geometry/types.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import type { Patch } from '../rules/check-patches.ts'
import type { Doubt } from '../rules/photo/doubt.ts'
import type { RealTime } from '../rules/photo/real-time.ts'

export type FieldPatch = Patch & {
  revision: number
  note: string | null
  removed: boolean
  savedAt: Date
  /** rules/geometry-hash.ts of the outline as it was sent */
  drawnHash: string | null
}

type PatchRow = Omit<FieldPatch, 'geometry'> & { geom: Uint8Array }

const PATCH = sql`id, revision, class as "DLBM", attributes, note, removed, saved_at as "savedAt", drawn_hash as "drawnHash", ST_AsEWKB(geom) as geom`

/** Patches saved in the field, in order of their making (their ids sort by time); EPSG:4524. */
export async function patchesOf(trx: Trx, caseId: string, withRemoved = false): Promise<FieldPatch[]> {
  const { rows } =
    await sql<PatchRow>`select ${PATCH} from field_patch where case_id = ${caseId} and (not removed or ${withRemoved}) order by id`.execute(
      trx,
    )
  return rows.map(asPatch)
}

/** These patches, also removed ones. */
export const patchesNamed = (caseId: string, ids: readonly string[]) =>
  sql<PatchRow>`${PREPARED} select ${PATCH} from field_patch where case_id = ${caseId} and id = any(${ids}::uuid[])`

export const asPatch = ({ geom, ...row }: PatchRow): FieldPatch => ({ ...row, geometry: toMultiPolygon(geom) })

/** How the phone's clock stood: milliseconds, server minus phone (rules/photo/real-time.ts). */
export type PhotoClock = Omit<RealTime, 'at'>

export type FieldPhoto = {
  id: string
  digest: string
  patchId: string | null
  mediaType: string
  name: string
  /** by the phone's clock, as EXIF says */
  takenAt: Date | null
  /** by the server's; null: the phone's was never measured */
  realAt: Date | null
  clock: PhotoClock | null
  /** EPSG:4524 */
  position: Position | null
  accuracy: number | null
  azimuth: number | null
  /** null: the azimuth is from magnetic north */
  declination: number | null
  pitch: number | null
  roll: number | null
  device: string
  person: string
  distance: number | null
  degreesOff: number | null
  kind: string | null
  /** 校验码 */
  code: string | null
  signed: 'verified' | 'failed' | 'none'
  doubts: Doubt[]
  altitude: number | null
  /** null: not told */
  live: boolean | null
  note: string | null
  /** the case it was taken for, where it was taken over from another */
  reusedFrom: string | null
}

/** As rules of time want it: by the server's clock. */
export const ruled = (photo: FieldPhoto) => ({
  ...{ ...photo, takenAt: photo.realAt ?? photo.takenAt, storedDigest: photo.digest },
})

export async function photosOf(trx: Trx, caseId: string): Promise<FieldPhoto[]> {
  const { rows } = await sql<Omit<FieldPhoto, 'position'> & { x: number | null; y: number | null }>`
    select f.id, f.digest, f.patch as "patchId", f.media_type as "mediaType", f.name, f.taken_at as "takenAt",
      f.real_at as "realAt", f.clock, ST_X(f.position) as x,
      ST_Y(f.position) as y, f.accuracy, f.azimuth, f.declination, f.pitch, f.roll, f.device, p.name as person, f.distance, f.degrees_off as "degreesOff",
      f.kind, f.code, f.signed, f.doubts, f.altitude, f.live, f.note, f.reused_from as "reusedFrom"
    from field_photo f join person p on p.id = f.person where f.case_id = ${caseId} and f.removed_at is null order by coalesce(f.real_at, f.taken_at), f.id`.execute(
    trx,
  )
  return rows.map(({ x, y, ...row }) => ({ ...row, position: x === null || y === null ? null : [x, y] }))
}

export type FieldForm = { revision: number; values: Record<string, unknown> }

export const NO_FORM: FieldForm = { revision: 0, values: {} }
export const formRow = (caseId: string) =>
  sql<FieldForm>`${PREPARED} select revision, values from field_form where case_id = ${caseId}`

export async function formOf(trx: Trx, caseId: string): Promise<FieldForm> {
  return (await formRow(caseId).execute(trx)).rows[0] ?? NO_FORM
}
