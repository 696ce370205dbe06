import { sql } from 'kysely'
import type { Receipt } from '../../../kernel/crypto/receipt.ts'
import { json, type Trx } from '../../../kernel/db/database.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { toHex } from '../../../kernel/layers/rows.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import type { Manifest } from './rules/manifest.ts'
import type { Choice } from './schema.ts'

/** The platform's signature over the manifest, and the key it is checked with. */
export type Seal = { receipt: Receipt; publicKey: string }

export type PackageRow = {
  id: string
  person: string
  choice: Choice
  title: string
  ground: MultiPolygon
  areas: string[]
  state: 'making' | 'ready' | 'failed'
  manifest: Manifest | null
  receipt: Seal | null
}

type Stored = Omit<PackageRow, 'ground'> & { ground: Uint8Array }

/** Somebody else's package is as unknown as one that never was. */
export async function readPackage(trx: Trx, id: string, person: string): Promise<PackageRow> {
  const { rows } =
    await sql<Stored>`select id, person, choice, title, ST_AsEWKB(ground) as ground, areas, state, manifest, receipt
    from field_package where id = ${id} and person = ${person}`.execute(trx)
  const row = rows[0]
  if (!row) throw new Refusal(notFound('fieldwork.package.unknown'))
  return { ...row, ground: toMultiPolygon(row.ground) }
}

export type NewPackage = Pick<PackageRow, 'id' | 'person' | 'choice' | 'title' | 'ground' | 'areas'> & {
  fingerprint: string
  now: Date
}

export async function addPackage(trx: Trx, made: NewPackage): Promise<void> {
  const { id, person, choice, title, ground, areas, fingerprint, now } = made
  await sql`insert into field_package (id, person, choice, title, ground, areas, fingerprint, state, asked_at)
    values (${id}, ${person}, ${json(choice)}, ${title}, ${toHex(ground, 4524)}::geometry, ${areas}::text[], ${fingerprint}, 'making', ${now})
    on conflict (person, fingerprint) do nothing`.execute(trx)
}

export async function packageWith(
  trx: Trx,
  person: string,
  fingerprint: string,
): Promise<Pick<PackageRow, 'id' | 'state'> | undefined> {
  const { rows } = await sql<Pick<PackageRow, 'id' | 'state'>>`select id, state from field_package
    where person = ${person} and fingerprint = ${fingerprint}`.execute(trx)
  return rows[0]
}

export async function finishPackage(trx: Trx, manifest: Manifest, seal: Seal, now: Date): Promise<void> {
  await sql`update field_package set state = 'ready', manifest = ${json(manifest)}, receipt = ${json(seal)}, ready_at = ${now}
    where id = ${manifest.id}`.execute(trx)
}

export const markPackage = (trx: Trx, id: string, state: PackageRow['state']) =>
  sql`update field_package set state = ${state} where id = ${id}`.execute(trx)
