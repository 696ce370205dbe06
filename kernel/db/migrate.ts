import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { Database } from './database.ts'

export type Migration = { name: string; path: string; digest: string; script: string }

/** Every `migrations/*.sql` of kernel and modules, in the order of their dated names. */
export function findMigrations(root: string): Migration[] {
  return globSync(['kernel/*/migrations/*.sql', 'modules/*/migrations/*.sql'], { cwd: root })
    .map((path) => join(root, path))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
    .map((path) => {
      const script = readFileSync(path, 'utf8')
      return { name: basename(path, '.sql'), path: relative(root, path), digest: sha256(script), script }
    })
}

/** One digest over all scripts: a snapshot of an empty database is good for exactly these. */
export const digestOfMigrations = (migrations: Migration[]) =>
  sha256(migrations.map((m) => `${m.name} ${m.digest}`).join('\n')).slice(0, 16)

/**
 * Brings the database up to date and returns the names that were applied. Each script is one transaction.
 * Throws when an applied script was edited afterwards: migrations are append only.
 */
export async function migrate(database: Database, migrations: Migration[]): Promise<string[]> {
  await database.exec(
    'create extension if not exists postgis; create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await database.query('select name, digest from migration')
  const applied = new Map(rows.map((row) => [row.name as string, row.digest as string]))
  const fresh = migrations.filter((migration) => !isApplied(applied, migration))
  for (const { name, digest, script } of fresh) {
    await database.exec(
      `begin; ${script}; insert into migration (name, digest) values ('${name}', '${digest}'); commit;`,
    )
  }
  return fresh.map((migration) => migration.name)
}

function isApplied(applied: Map<string, string>, { name, digest, path }: Migration): boolean {
  const known = applied.get(name)
  if (known && known !== digest)
    throw new Error(`${path} was edited after it had been applied; add a new migration instead`)
  return known !== undefined
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
