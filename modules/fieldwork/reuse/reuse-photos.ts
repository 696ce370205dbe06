import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { addResource } from '../../../kernel/documents/resources.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { conflict, forbidden, notFound } from '../../../kernel/problems/problem.ts'

type Source = {
  id: string
  caseId: string
  digest: string
  size: number
  mediaType: string
  name: string
  mayBeSeen: boolean
}

/**
 * 一次采集多次使用: takes photos of other cases over into this one. The bytes are not copied; each names the case it was taken for, and keeps
 * its own place, time, device and signature.
 */
export const reusePhotos = action({
  verb: 'fieldwork.photo.reuse',
  input: Type.Object({
    caseId: Type.String({ format: 'uuid' }),
    photoIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 100, uniqueItems: true }),
  }),
  facts: async (context, { caseId, photoIds }) => ({
    row: await readCase(context, caseId),
    sources: await sourcesOf(context, photoIds),
  }),
  scope: ({ row }) => scopeOfCase(row),
  refuse({ row, sources }, { photoIds }) {
    if (row.state !== 'running') return conflict('fieldwork.photo.reuse.closed', { number: row.number })
    if (sources.length < photoIds.length) return notFound('fieldwork.photo.reuse.unknown')
    return sources.every(({ mayBeSeen }) => mayBeSeen) ? undefined : forbidden('fieldwork.photo.reuse.hidden')
  },
  async handle({ trx, person, now }, { caseId }, { sources }) {
    for (const { id, caseId: from, digest, size, mediaType, name } of sources) {
      const detail = { reusedFrom: from, photo: id }
      const file = { digest, size, mediaType }
      const resource = { caseId, folder: '举证照片', kind: 'photo' as const, title: name, file, detail }
      const resourceId = await addResource(trx, resource, person.id, now)
      await sql`insert into field_photo (id, case_id, patch, digest, size, media_type, name, taken_at, position, accuracy, azimuth, pitch,
          roll, device, person, received_at, distance, degrees_off, resource, kind, code, signed, doubts, altitude, live, note, declination, real_at, clock, reused_from)
        select ${newId()}, ${caseId}, null, digest, size, media_type, name, taken_at, position, accuracy, azimuth, pitch, roll, device, person,
          received_at, null, null, ${resourceId}, kind, code, signed, doubts, altitude, live, note, declination, real_at, clock, coalesce(reused_from, case_id)
        from field_photo where id = ${id} on conflict (case_id, digest) do nothing`.execute(trx)
    }
    return { taken: sources.length }
  },
  audit: ({ caseId, photoIds }, _, { sources }) => ({
    subject: `case:${caseId}`,
    after: { photos: photoIds, from: [...new Set(sources.map((one) => one.caseId))] },
  }),
})

async function sourcesOf({ trx, person }: Context, ids: string[]): Promise<Source[]> {
  type Row = Omit<Source, 'mayBeSeen'> & { area: string; business: string }
  const { rows } =
    await sql<Row>`select f.id, f.case_id as "caseId", f.digest, f.size::float as size, f.media_type as "mediaType", f.name,
    c.area_code as area, c.business from field_photo f join case_ c on c.id = f.case_id
    where f.id = any(${ids}::uuid[]) and f.removed_at is null`.execute(trx)
  return rows.map(({ area, business, ...row }) => ({
    ...{ ...row, mayBeSeen: can(person, 'fieldwork.result.view', { area, business }) },
  }))
}
