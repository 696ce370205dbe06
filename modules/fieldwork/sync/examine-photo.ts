import { sql } from 'kysely'
import type { Position } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import type { Doubt } from '../rules/photo/doubt.ts'
import { isSignedBy, photoCode, type ShotFacts } from '../rules/photo/photo-code.ts'
import { pictureDoubts } from '../rules/photo/picture-doubts.ts'
import { pictureKind } from '../rules/photo/picture-kind.ts'
import { doubtsOf, type TakenShot } from '../rules/photo/plausible.ts'
import { type RealTime, realTimeOf } from '../rules/photo/real-time.ts'
import { placeToPlane } from '../rules/plane.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying } from './applying.ts'
import { readDevice } from './devices.ts'
import { storedEnds } from './stored-ends.ts'
import { storedPictureDigest } from './stored-picture.ts'

export type Examined = {
  signed: 'verified' | 'failed' | 'none'
  code: string | null
  doubts: Doubt[]
  real: RealTime | undefined
  /** what the bytes are, where that can be seen, whatever the act calls them */
  mediaType: string
}

/** Photos of the device that are looked at to judge the next one, among so many acts before it. */
const [BEFORE, AMONG] = [6, 200]

/**
 * Who signed a photo, when it was taken by the server's clock, and what speaks against it, its position and time. Nothing of it refuses
 * the photo: all is shown to who reviews it.
 */
export async function examinePhoto(
  applying: Applying,
  { taskOpenedAt, caseId }: { taskOpenedAt: Date; caseId: string },
  payload: PayloadOf<'photo.add'>,
): Promise<Examined> {
  const { files, trx } = applying.context
  const { mediaType, digest, clock } = payload
  const takenAt = new Date(payload.takenAt)
  const real = realTimeOf(takenAt, clock, applying.clock)
  const signed = await examineSignature(applying, payload)
  const { head, tail } = await storedEnds(files.pathOf(digest))
  const claimed = { mediaType, takenAt, position: (payload.position as Position | null) ?? null, code: signed.code }
  const shot = { ...shotOf(payload, real), receivedAt: applying.context.now, taskOpenedAt }
  const shots = [...(await before(trx, applying.device, applying.operation.sequence)), shot]
  const doubts: Doubt[] = [...doubtsOf(shots), ...pictureDoubts(claimed, head, tail)]
  if (await isUsedBefore(trx, digest, caseId)) doubts.push('used-before')
  return { ...signed, doubts, real, mediaType: doubts.includes('other-format') ? pictureKind(head)! : mediaType }
}

async function examineSignature(
  { context, device, operation }: Applying,
  payload: PayloadOf<'photo.add'>,
): Promise<Pick<Examined, 'signed' | 'code'>> {
  const { trx, person, files } = context
  const { signature, digest } = payload
  if (!signature) return { signed: 'none', code: null }
  const facts = factsOf(payload, { device, taskId: operation.taskId, person: person.id })
  const picture = await storedPictureDigest(files.pathOf(digest))
  const key = (await readDevice(trx, device))?.publicKey
  const isTrue = key ? await isSignedBy({ ...facts, picture }, signature, key) : false
  return { signed: isTrue ? 'verified' : 'failed', code: photoCode(signature) }
}

/** The phone tells both instants by one clock: what corrects the one corrects the other. */
function shotOf(payload: PayloadOf<'photo.add'>, real: RealTime | undefined): Omit<TakenShot, 'receivedAt'> {
  const { positionAt, accuracy = null, altitude = null } = payload
  const offset = real?.offset ?? 0
  const byServer = (instant: string) => new Date(Date.parse(instant) + offset)
  const degrees = (payload.position as Position | null | undefined) ?? null
  const placedAt = positionAt === undefined ? null : byServer(positionAt)
  const place = degrees && placeToPlane(degrees)
  return { takenAt: byServer(payload.takenAt), place, degrees, placedAt, accuracy, altitude, how: real?.how }
}

/** The same file as a photo of another case. One that was taken over (reuse/) says so itself. */
async function isUsedBefore(trx: Context['trx'], digest: string, caseId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from field_photo where digest = ${digest} and case_id <> ${caseId}
    and reused_from is null limit 1`.execute(trx)
  return rows.length > 0
}

/** The facts as the device signed them. */
export function factsOf(
  { takenAt, position, positionAt, accuracy, altitude, azimuth, pitch, roll, declination }: PayloadOf<'photo.add'>,
  who: Pick<ShotFacts, 'device' | 'taskId' | 'person'>,
): ShotFacts {
  const place = (position as Position | null | undefined) ?? null
  const sight = { azimuth: azimuth ?? null, pitch: pitch ?? null, roll: roll ?? null, ...(declination !== undefined && { declination }), ...(positionAt !== undefined && { positionAt }) } // biome-ignore format: one row
  return { ...who, takenAt, position: place, accuracy: accuracy ?? null, altitude: altitude ?? null, ...sight }
}

/** In the order they were taken in, which is that of the acts: a clock may be set in between. */
async function before(trx: Context['trx'], device: string, sequence: number): Promise<TakenShot[]> {
  type Row = Omit<TakenShot, 'place'> & { x: number | null; y: number | null }
  const { rows } = await sql<Row>`select coalesce(f.real_at, f.taken_at) as "takenAt", f.accuracy, f.altitude,
      f.position_at + (coalesce(f.real_at, f.taken_at) - f.taken_at) as "placedAt", f.received_at as "receivedAt",
      ST_X(f.position) as x, ST_Y(f.position) as y from field_operation o join field_photo f on f.id = o.id
    where o.device = ${device} and o.sequence between ${sequence - AMONG} and ${sequence - 1} order by o.sequence desc limit ${BEFORE}`.execute(
    trx,
  )
  return rows
    .map(({ x, y, ...row }): TakenShot => ({ ...row, place: x === null || y === null ? null : [x, y] }))
    .toReversed()
}
