import { sql } from 'kysely'
import type { Position } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { isSignedBy, photoCode, type ShotFacts } from '../rules/photo/photo-code.ts'
import { type Doubt, doubtsOf, type TakenShot } from '../rules/photo/plausible.ts'
import { type RealTime, realTimeOf } from '../rules/photo/real-time.ts'
import { placeToPlane } from '../rules/plane.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying } from './applying.ts'
import { readDevice } from './devices.ts'
import { storedPictureDigest } from './stored-picture.ts'

export type Examined = {
  signed: 'verified' | 'failed' | 'none'
  code: string | null
  doubts: Doubt[]
  real: RealTime | undefined
}

/** Photos of the device that are looked at to judge the next one, among so many acts before it. */
const [BEFORE, AMONG] = [5, 200]

/**
 * Who signed a photo, when it was taken by the server's clock, and what speaks against its position and time. Nothing of it refuses the
 * photo: all is shown to who reviews it.
 */
export async function examinePhoto(
  { context, device, operation, clock: arrival }: Applying,
  taskOpenedAt: Date,
  payload: PayloadOf<'photo.add'>,
): Promise<Examined> {
  const { trx, person, now, files } = context
  const { signature, digest, position = null, accuracy = null, clock: atShot } = payload
  const takenAt = new Date(payload.takenAt)
  const real = realTimeOf(takenAt, atShot, arrival)
  const place = position && placeToPlane(position as Position)
  const shot = { takenAt: real?.at ?? takenAt, place, accuracy, receivedAt: now, how: real?.how, taskOpenedAt }
  const doubts = doubtsOf([...(await before(trx, device, operation.sequence)), shot])
  if (!signature) return { signed: 'none', code: null, doubts, real }
  const facts = factsOf(payload, { device, taskId: operation.taskId, person: person.id })
  const picture = await storedPictureDigest(files.pathOf(digest))
  const key = (await readDevice(trx, device))?.publicKey
  const isTrue = key ? await isSignedBy({ ...facts, picture }, signature, key) : false
  return { signed: isTrue ? 'verified' : 'failed', code: photoCode(signature), doubts, real }
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

/** In the order they were taken in, which is that of the acts: a clock may be set in between. */
async function before(trx: Context['trx'], device: string, sequence: number): Promise<TakenShot[]> {
  type Row = Omit<TakenShot, 'place'> & { x: number | null; y: number | null }
  const { rows } =
    await sql<Row>`select coalesce(f.real_at, f.taken_at) as "takenAt", f.accuracy, f.received_at as "receivedAt",
      ST_X(f.position) as x, ST_Y(f.position) as y from field_operation o join field_photo f on f.id = o.id
    where o.device = ${device} and o.sequence between ${sequence - AMONG} and ${sequence - 1} order by o.sequence desc limit ${BEFORE}`.execute(
      trx,
    )
  return rows
    .map(({ x, y, ...row }): TakenShot => ({ ...row, place: x === null || y === null ? null : [x, y] }))
    .toReversed()
}
