import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { coveredCases, rightsTo } from '../../../kernel/cases/rights-filter.ts'
import { readCase, scopeOfHandled } from '../../../kernel/cases/standing.ts'
import { addendaOf } from '../../../kernel/documents/addenda.ts'
import { openPackage } from '../../../kernel/documents/package.ts'
import { searchSnapshots as findSnapshots } from '../../../kernel/documents/search-snapshots.ts'
import { openSnapshot, readSnapshot, recordedKeys, type SnapshotRow } from '../../../kernel/documents/snapshots.ts'
import { verifySnapshot } from '../../../kernel/documents/verify-snapshot.ts'
import { DOCX } from '../../../kernel/documents/write-docx.ts'
import { type Context, type Download, query } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { forbidden, notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { After, AreaCode, Code, Day, Id, Limit, Text } from '../schema.ts'

const HANDLERS = sql`(select c.handlers from case_ c where c.id = s.case_id)`

/** One search page for the archived cases of all businesses: {items, next}. */
export const searchSnapshots = query({
  name: 'casework.snapshot.search',
  input: Type.Object({
    text: Text,
    number: Text,
    business: Code,
    area: AreaCode,
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    limit: Limit,
    after: After,
  }),
  handle: ({ trx, person }, search) =>
    findSnapshots(trx, coveredCases(rightsTo(person, 'casework.snapshot.search'), 's', HANDLERS), search),
})

/** The sealed manifest, and whether package, files and signature are as they were sealed. */
export const viewSnapshot = query({
  name: 'casework.snapshot.view',
  input: Type.Object({ snapshotId: Id }),
  handle: async (context, { snapshotId }) => {
    const { trx, files } = context
    const row = await readSeen(context, snapshotId)
    const keys = await recordedKeys(trx)
    const fault = (await verifySnapshot(trx, files, snapshotId, (keyId) => keys.get(keyId))) ?? null
    const isReadable = fault === null || (fault.kind !== 'package-missing' && fault.kind !== 'package-altered')
    const manifest = isReadable ? (await openSnapshot(trx, files, snapshotId)).manifest : null
    return { ...row, fault, manifest, addenda: await addendaOf(trx, snapshotId) }
  },
})

/** One file of the package by its path, or of what was added since by its place; without either the package itself. */
export const downloadSnapshot = query({
  name: 'casework.snapshot.download',
  input: Type.Object({
    snapshotId: Id,
    path: Type.Optional(Type.String({ maxLength: 500 })),
    addendum: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  bytes: true,
  handle: async (context, { snapshotId, path, addendum }): Promise<Download> => {
    const { package: digest, number } = await readSeen(context, snapshotId)
    if (addendum !== undefined) return addedFile(context, snapshotId, addendum)
    if (path === undefined) return { mediaType: 'application/zip', stored: digest, fileName: `${number}.zip` }
    const { manifest, entry } = openPackage(await context.files.get(digest))
    const found = entry(path)
    const record = manifest.entries.find((one) => one.path === path)
    if (!found || !record) throw new Refusal(notFound('casework.snapshot.download.no-file', { path }))
    return { mediaType: record.mediaType, bytes: found, fileName: path.split('/').at(-1)! }
  },
})

async function addedFile({ trx }: Context, snapshotId: string, nth: number): Promise<Download> {
  const found = (await addendaOf(trx, snapshotId)).find((one) => one.nth === nth)
  if (!found?.file) throw new Refusal(notFound('casework.snapshot.download.no-file', { path: String(nth) }))
  const fileName = `${found.title} ${found.number}${found.mediaType === DOCX ? '.docx' : ''}`
  return { mediaType: found.mediaType!, stored: found.file, fileName }
}

async function readSeen({ trx, person }: Context, snapshotId: string): Promise<SnapshotRow> {
  const row = await readSnapshot(trx, snapshotId)
  const verb = 'casework.snapshot.view'
  if (!can(person, verb, scopeOfHandled(await readCase({ trx }, row.caseId))))
    throw new Refusal(forbidden('kernel.no-right', { verb, area: row.areaCode }))
  return row
}
