import { sql } from 'kysely'
import { canonicalJson } from '../crypto/canonical-json.ts'
import { sm3 } from '../crypto/sm3.ts'
import { json, type Trx } from '../db/database.ts'
import { readForm } from '../forms/store.ts'
import { conflict, invalid, notFound, Refusal } from '../problems/problem.ts'
import { checkModel } from '../process/check.ts'
import { isFeel } from '../process/feel.ts'
import type { UserTask } from '../process/model.ts'
import type { CaseProcess } from './case-process.ts'
import { startOf } from './clocks/start-way.ts'
import { isSeparable } from './separation.ts'
import { tablesOf } from './work.ts'

export const isUserTask = (step: { kind: string }): step is UserTask => step.kind === 'userTask'

/** Keeps a sound process under its key and version; running cases stay on theirs. Publishing the same again changes nothing. */
export async function publishProcess(trx: Trx, process: CaseProcess, by: string | null, now: Date): Promise<void> {
  await refuseUnsound(trx, process)
  const { key, version } = process
  const digest = sm3(canonicalJson(process))
  const row = { key, version, digest, definition: json(process), published_at: now, published_by: by }
  const tables = tablesOf({ trx })
  await tables
    .insertInto('process_definition')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
  const kept = await tables
    .selectFrom('process_definition')
    .select('digest')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (kept.digest !== digest) throw new Refusal(conflict('cases.process.version-taken', { key, version }))
}

async function refuseUnsound(trx: Trx, process: CaseProcess): Promise<void> {
  const [problem] = checkModel(process, { isExpression: isFeel })
  if (problem) throw new Refusal(problem)
  refuseStrangers(process)
  for (const form of formsOf(process)) await readForm(trx, form)
}

/** What the process says of its steps beside the drawing must name steps there are. */
function refuseStrangers({
  key,
  steps,
  separation = {},
  escalation = {},
  clock,
  signed = [],
  handledBy = {},
}: CaseProcess): void {
  const ids = steps.map(({ id }) => id)
  const apart = Object.entries(separation).flatMap(([step, others]) => [
    ...(ids.includes(step) ? [] : [step]),
    ...others.filter((other) => !isSeparable(other, ids)),
  ])
  if (apart[0] !== undefined)
    throw new Refusal(invalid('cases.process.separation-of-unknown-step', { key, step: apart[0] }))
  const tasks = ['*', ...steps.filter(isUserTask).map(({ id }) => id)]
  const late = Object.keys(escalation).find((step) => !tasks.includes(step))
  if (late !== undefined) throw new Refusal(invalid('cases.process.escalation-of-unknown-step', { key, step: late }))
  const unhandled = Object.keys(handledBy).find((step) => !tasks.includes(step))
  if (unhandled !== undefined)
    throw new Refusal(invalid('cases.process.handler-of-unknown-step', { key, step: unhandled }))
  const unsigned = signed.find((step) => !tasks.includes(step))
  if (unsigned !== undefined)
    throw new Refusal(invalid('cases.process.signature-of-unknown-step', { key, step: unsigned }))
  if (clock && !startOf({ steps }, clock))
    throw new Refusal(invalid('cases.process.clock-of-unknown-way', { key, ...clock }))
}

/** Forms the process names, that of the filing included; a step without one has ''. */
export const formsOf = ({ steps, filing }: CaseProcess): string[] => [
  ...new Set([...(filing ? [filing.form] : []), ...steps.filter(isUserTask).flatMap(({ form }) => form || [])]),
]

const definitions = new Map<string, CaseProcess>()

/** The given version, or the newest. */
export async function readProcess(trx: Trx, key: string, version?: number): Promise<CaseProcess> {
  let query = tablesOf({ trx }).selectFrom('process_definition').select(['digest', 'version']).where('key', '=', key)
  if (version !== undefined) query = query.where('version', '=', version)
  const row = await query.orderBy('version', 'desc').executeTakeFirst()
  if (!row) throw new Refusal(notFound('cases.process.unknown', { key, version: version ?? 'newest' }))
  return processOf(trx, key, row.version, row.digest)
}

/** For whom the digest has come with something else: asked of the database only the first time. */
export const processOf = async (trx: Trx, key: string, version: number, digest: string): Promise<CaseProcess> =>
  definitions.get(digest) ?? loadDefinition(trx, key, version, digest)

/** The newest version of every process, by key. */
export async function newestProcesses(trx: Trx): Promise<CaseProcess[]> {
  const { rows } = await sql<{
    key: string
    version: number
    digest: string
  }>`select distinct on (key) key, version, digest
    from process_definition order by key, version desc`.execute(trx)
  const newest: CaseProcess[] = []
  for (const { key, version, digest } of rows)
    newest.push(definitions.get(digest) ?? (await loadDefinition(trx, key, version, digest)))
  return newest
}

/** `readProcess` for lists: each version is asked for once, however many rows are on it. */
export function processReader(trx: Trx): (key: string, version: number) => Promise<CaseProcess> {
  const known = new Map<string, Promise<CaseProcess>>()
  return (key, version) => {
    const name = `${key} ${version}`
    const process = known.get(name) ?? readProcess(trx, key, version)
    known.set(name, process)
    return process
  }
}

/** A published definition is immutable, so it may be kept by its digest for as long as the server runs. */
async function loadDefinition(trx: Trx, key: string, version: number, digest: string): Promise<CaseProcess> {
  const { definition } = await tablesOf({ trx })
    .selectFrom('process_definition')
    .select('definition')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  definitions.set(digest, definition)
  return definition
}
