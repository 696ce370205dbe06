import { sql } from 'kysely'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { addResource } from '../../../kernel/documents/resources.ts'
import type { Position } from '../../../kernel/geometry/types.ts'
import { sightOf } from '../rules/evidence.ts'
import { placeToPlane } from '../rules/plane.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying } from './applying.ts'
import { examinePhoto } from './examine-photo.ts'
import { knownWork } from './known-work.ts'
import { taskToWorkOn } from './standing.ts'

/**
 * A photo whose bytes were put into the file store before. Bytes still on their way: the operation is held and done
 * when they are there. The same photo twice is one photo.
 */
export async function addPhoto(applying: Applying, payload: PayloadOf<'photo.add'>) {
  const { context, device, operation } = applying
  const { trx, person, now, files } = context
  const task = await taskToWorkOn(applying)
  const { same, foundAt } = await standingOf(trx, task.case_id, payload.digest)
  if (same) return { status: 'duplicate' as const }
  if (!(await files.has(payload.digest))) return { status: 'held' as const, waitsFor: 'photo' as const }
  const position = payload.position ? placeToPlane(payload.position as Position) : null
  const { range } = await knownWork(applying, task.case_id)
  const sight = position ? sightOf(range, position, payload.azimuth ?? null) : undefined
  const { distance = null, degreesOff = null } = sight ?? {}
  const {
    digest,
    takenAt,
    positionAt = null,
    accuracy = null,
    azimuth = null,
    pitch = null,
    roll = null,
    patchId = null,
    kind = null,
    altitude = null,
    declination = null,
    live = null,
    note = null,
  } = payload
  const judged = { taskOpenedAt: foundAt ?? task.opened_at, caseId: task.case_id }
  const { signed, code, doubts, mediaType, real } = await examinePhoto(applying, judged, payload)
  const clock = real && { offset: real.offset, within: real.within, how: real.how, measuredAt: real.measuredAt }
  const size = payload.size ?? 0
  const name = payload.name ?? `${takenAt.slice(0, 19).replaceAll(':', '')}.${mediaType.slice(6)}`
  const detail = {
    takenAt,
    place: payload.position ?? null,
    accuracy,
    azimuth,
    pitch,
    roll,
    device,
    distance,
    degreesOff,
    ...{ kind, altitude, live, signed, code, doubts, declination },
    ...(real && { realAt: real.at.toISOString() }),
  }
  const resource = {
    caseId: task.case_id,
    folder: '举证照片',
    kind: 'photo' as const,
    title: name,
    file: { digest, size, mediaType },
    detail,
  }
  const resourceId = await addResource(trx, resource, person.id, now)
  const point = position && sql`ST_SetSRID(ST_MakePoint(${position[0]}, ${position[1]}), 4524)`
  await sql`insert into field_photo (id, case_id, patch, digest, size, media_type, name, taken_at, position, accuracy, azimuth, pitch, roll,
      device, person, received_at, distance, degrees_off, resource, kind, code, signed, doubts, altitude, live, note, declination, real_at, clock, position_at)
    values (${operation.id}, ${task.case_id}, ${patchId}, ${digest}, ${size}, ${mediaType}, ${name}, ${takenAt}, ${point}, ${accuracy},
      ${azimuth}, ${pitch}, ${roll}, ${device}, ${person.id}, ${now}, ${distance}, ${degreesOff}, ${resourceId},
      ${kind}, ${code}, ${signed}, ${doubts}::text[], ${altitude}, ${live}, ${note}, ${declination}, ${real?.at ?? null}, ${clock ? json(clock) : null}, ${positionAt})`.execute(
    trx,
  )
  return { status: 'applied' as const, current: sight }
}

/** Whether the case has this photo already, and when it was found outdoors: long before its task was opened here. */
async function standingOf(trx: Trx, caseId: string, digest: string) {
  const { rows } = await sql<{ same: boolean; foundAt: Date | null }>`
    select exists (select 1 from field_photo p where p.case_id = c.id and p.digest = ${digest}) as same,
      case when c.data->>'source' = 'self' then (c.data->>'discoveredAt')::timestamptz end as "foundAt"
    from case_ c where c.id = ${caseId}`.execute(trx)
  return rows[0]!
}
