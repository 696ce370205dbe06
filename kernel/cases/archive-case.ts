import { strToU8 } from 'fflate'
import { sql } from 'kysely'
import type { Signer } from '../crypto/receipt.ts'
import type { SnapshotContent } from '../documents/package.ts'
import { takeSnapshot } from '../documents/snapshots.ts'
import type { FileStore } from '../files/file-store.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { readForm } from '../forms/store.ts'
import { conflict, Refusal } from '../problems/problem.ts'
import { history, record } from './history.ts'
import { holdCase } from './standing.ts'
import type { CaseRow } from './tables.ts'
import { linksOf } from './talk/links.ts'
import { opinionsOf } from './talk/opinions.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** What only the business knows: its map sheet as SVG, and the results of overlay and quality check as JSON. */
export type ArchiveParts = { mapSheet?: string; overlay?: unknown; quality?: unknown }

/** 快照归档 of a closed case; returns the snapshot's id. After it nothing of the case changes any more. */
export async function archiveCase(
  work: CaseWork,
  store: { files: FileStore; signer: Signer },
  caseId: string,
  { mapSheet, overlay = null, quality = null }: ArchiveParts,
): Promise<string> {
  const { row, process } = await holdCase(work, caseId)
  if (row.closed_at === null) throw new Refusal(conflict('cases.archive.not-closed', { number: row.number }))
  await record(work, [{ caseId, verb: 'archive' }])
  const content = { ...(await contentOf(work, row)), process, overlay, quality }
  const extra = mapSheet ? [{ path: 'map.svg', bytes: strToU8(mapSheet), mediaType: 'image/svg+xml' }] : []
  const archive = {
    trx: work.trx,
    files: store.files,
    signer: store.signer,
    by: work.person?.id ?? null,
    now: work.now,
  }
  return takeSnapshot(archive, { content, extra })
}

async function contentOf(
  work: CaseWork,
  row: CaseRow,
): Promise<Omit<SnapshotContent, 'resources' | 'process' | 'overlay' | 'quality'>> {
  const { id, number, title, business, area_code: areaCode, organisation, result } = row
  const dates = { openedAt: row.opened_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null }
  return {
    case: { id, number, title, business, areaCode, organisation, result, ...dates },
    forms: { definitions: await formsOf(work, row), values: row.data },
    tasks: await tasksOf(work, id),
    opinions: await opinionsOf(work, id),
    history: await history(work, id),
    links: await linksOf(work, id),
    scope: await scopeOf(work, id),
  }
}

/** The forms themselves, so that the values can be read when the definitions are long forgotten. */
async function formsOf({ trx }: CaseWork, { forms }: CaseRow): Promise<FormDefinition[]> {
  const definitions: FormDefinition[] = []
  for (const [key, version] of Object.entries(forms)) definitions.push(await readForm(trx, key, version))
  return definitions
}

async function tasksOf(work: CaseWork, caseId: string) {
  return tablesOf(work)
    .selectFrom('task')
    .select([
      'id',
      'key',
      'step',
      'role',
      'state',
      'reason',
      'outcome',
      'opened_at',
      'claimed_at',
      'done_at',
      'done_by',
      'due',
    ])
    .where('case_id', '=', caseId)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
}

/** GeoJSON in the working system, every digit kept; `crs` as the 2008 edition writes it, for RFC 7946 allows only WGS 84. */
async function scopeOf({ trx }: CaseWork, caseId: string): Promise<unknown> {
  const { rows } = await sql<{ scope: object | null }>`select st_asgeojson(scope, 15)::jsonb as scope from case_
    where id = ${caseId}`.execute(trx)
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4524' } }
  return rows[0]?.scope ? { ...rows[0].scope, crs } : null
}
