import { sql } from 'kysely'
import type { Position } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { isSignedBy, photoCode, type ShotFacts } from '../rules/photo/photo-code.ts'
import { type Doubt, doubtsOf, type TakenShot } from '../rules/photo/plausible.ts'
import { placeToPlane } from '../rules/plane.ts'
import type { PayloadOf } from '../schema.ts'
import { readDevice } from './devices.ts'
import { storedPictureDigest } from './stored-picture.ts'

export type Examined = { signed: 'verified' | 'failed' | 'none'; code: string | null; doubts: Doubt[] }

/** Photos of the device that are looked at to judge the next one. */
const BEFORE = 5

/** Who signed a photo, and what speaks against its position. Neither refuses it: both are shown to who reviews it. */
export async function examinePhoto(
  { trx, person, now, files }: Context,
  { device, taskId }: { device: string; taskId: string },
  payload: PayloadOf<'photo.add'>,
): Promise<Examined> {
  const { signature, digest, takenAt, position = null, accuracy = null } = payload
  const place = position && placeToPlane(position as Position)
  const shot = { takenAt: new Date(takenAt), place, accuracy, receivedAt: now }
  const doubts = doubtsOf([...(await before(trx, device, takenAt)), shot])
  if (!signature) return { signed: 'none', code: null, doubts }
  const facts = factsOf(payload, { device, taskId, person: person.id })
  const picture = await storedPictureDigest(files.pathOf(digest))
  const key = (await readDevice(trx, device))?.publicKey
  const isTrue = key ? await isSignedBy({ ...facts, picture }, signature, key) : false
  return { signed: isTrue ? 'verified' : 'failed', code: photoCode(signature), doubts }
}

/** The facts as the device signed them. */
export function factsOf(
  { takenAt, position, accuracy, altitude, azimuth, pitch, roll, declination }: PayloadOf<'photo.add'>,
  who: Pick<ShotFacts, 'device' | 'taskId' | 'person'>,
): ShotFacts {
  const place = (position as Position | null | undefined) ?? null
  const sight = { azimuth: azimuth ?? null, pitch: pitch ?? null, roll: roll ?? null, ...(declination !== undefined && { declination }) } // biome-ignore format: one row
  return { ...who, takenAt, position: place, accuracy: accuracy ?? null, altitude: altitude ?? null, ...sight }
}

async function before(trx: Context['trx'], device: string, takenAt: string): Promise<TakenShot[]> {
  type Row = Omit<TakenShot, 'place'> & { x: number | null; y: number | null }
  const { rows } =
    await sql<Row>`select taken_at as "takenAt", accuracy, received_at as "receivedAt", ST_X(position) as x,
      ST_Y(position) as y from field_photo where device = ${device} and taken_at <= ${takenAt}::timestamptz
    order by taken_at desc limit ${BEFORE}`.execute(trx)
  return rows
    .map(({ x, y, ...row }): TakenShot => ({ ...row, place: x === null || y === null ? null : [x, y] }))
    .toReversed()
}
