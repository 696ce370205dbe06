import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { Database, RunScript } from './database.ts'

export type Migration = { name: string; path: string; digest: string; script: string }

/** Every `migrations/*.sql` of kernel and modules, in the order of their dated names. */
export function findMigrations(root: string): Migration[] {
  return globSync(['kernel/*/migrations/*.sql', 'modules/*/migrations/*.sql'], { cwd: root })
    .map((path) => join(root, path))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
    .map((path) => {
      // A checkout with other line ends is the same script.
      const script = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
      return { name: basename(path, '.sql'), path: relative(root, path), digest: sha256(script), script }
    })
}

/** One digest over all scripts: a snapshot of an empty database is good for exactly these. */
export const digestOfMigrations = (migrations: Migration[]) =>
  sha256(migrations.map((m) => `${m.name} ${m.digest}`).join('\n')).slice(0, 16)

/** Processes that start together wait for one another here: any number no other lock uses. */
const MIGRATION_LOCK = 20_261_122

/**
 * Brings the database up to date and returns the names that were applied. Each script is one transaction.
 * Throws when an applied script was edited or taken away afterwards: migrations are append only.
 */
export function migrate(database: Database, migrations: Migration[]): Promise<string[]> {
  return database.hold(async (exec) => {
    await exec(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    try {
      return await applyMissing(exec, migrations)
    } finally {
      await exec(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
    }
  })
}

async function applyMissing(exec: RunScript, migrations: Migration[]): Promise<string[]> {
  await exec(
    'create extension if not exists postgis; create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
  )
  const rows = await exec('select name, digest from migration')
  const applied = new Map(rows.map((row) => [row.name as string, row.digest as string]))
  refuseUnknown(applied, migrations)
  const fresh = migrations.filter((migration) => !isApplied(applied, migration))
  for (const migration of fresh) await apply(exec, migration)
  return fresh.map((migration) => migration.name)
}

async function apply(exec: RunScript, { name, digest, script, path }: Migration): Promise<void> {
  try {
    await exec(`begin; ${script}; insert into migration (name, digest) values ('${name}', '${digest}'); commit;`)
  } catch (error) {
    await exec('rollback')
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
  }
}

function isApplied(applied: Map<string, string>, { name, digest, path }: Migration): boolean {
  const known = applied.get(name)
  if (known && known !== digest)
    throw new Error(
      `${path} 在应用之后被修改；请新增一个迁移。 · ${path} was edited after it had been applied; add a new migration instead`,
    )
  return known !== undefined
}

/** A program older than its database would write rows the newer one no longer understands. */
function refuseUnknown(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length)
    throw new Error(
      `数据库含有本程序没有的迁移 ${unknown.join(', ')}；请用较新的版本打开。 · The database holds migrations this program does not have; open it with the newer version.`,
    )
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
