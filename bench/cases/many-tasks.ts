import type { World } from '../../apps/server/open-world.ts'
import { foldTasks } from '../../kernel/cases/lists/fold-tasks.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { COUNTY } from './bureau.ts'

export const TOWNS = 15
const VILLAGES = 20
const BUSINESSES = 40
/** Steps of an approval, and whose each is; people this benchmark does not ask for have one. */
const STEPS = ['accept', 'examine', 'recheck', 'approve', 'survey']
const ROLES = ['officer', 'officer', 'reviewer', 'reviewer', 'investigator']

const indexes = `select indexdef, indexname from pg_indexes i where tablename in ('task', 'case_', 'case_text') and schemaname = 'public'
  and not exists (select 1 from pg_constraint where conname = i.indexname)`

const oneOf = (names: string[], number: string) => `(array['${names.join("','")}'])[1 + ${number} % ${names.length}]`

/**
 * So many open tasks, each of a case of its own, over villages, businesses, roles and due days; rows as `openCases` writes
 * them; each title begins with one of ten thousand names of two characters. Foreign keys are not asked and indexes are made afterwards, or it would take minutes.
 */
export async function seedTasks({ database }: World, count: number): Promise<void> {
  await insertTasks(database, count)
  await inTransaction(database.db, (trx) => foldTasks({ trx, now: new Date() }))
}

async function insertTasks(database: World['database'], count: number): Promise<void> {
  await database.hold(async (exec) => {
    const made = await exec(indexes)
    for (const { indexname } of made) await exec(`drop index ${indexname}`)
    await exec(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'`,
    )
    await exec(`
      insert into area (code, name, level) select '${COUNTY}' || lpad((100 + t)::text, 3, '0') || lpad(v::text, 3, '0'),
        '第' || t || '镇' || v || '村', 'village' from generate_series(1, ${TOWNS}) t, generate_series(1, ${VILLAGES}) v;
      create temp table seed as select n, md5('case ' || n)::uuid as case_id,
        '${COUNTY}' || lpad((101 + h % ${TOWNS})::text, 3, '0') || lpad((1 + n % ${VILLAGES})::text, 3, '0') as area_code,
        'b' || h / 15 % ${BUSINESSES} as business, ${oneOf(ROLES, 'h / 600')} as role, ${oneOf(STEPS, 'h / 600')} as step,
        chr(19968 + h % 200) || chr(20968 + h / 200 % 50) as who, now() - n % 90 * interval '1 day' as opened_at, current_date + (n % 97 - 30)::int as due
      from generate_series(1, ${count}) n, lateral (select hashint4(n) & 2147483647 as h) spread;
      insert into case_ (id, number, business, process, process_version, forms, title, state, area_code, data, tokens, opened_at, due, warn_from)
        select case_id, 'S' || n, business, 'bench.approval', 1, '{}', who || '设施农用地备案 ' || n, 'running', area_code,
          '{"applicant": "云栖农业合作社"}', '{"status": "running", "tokens": [], "undo": {}, "next": 1}', opened_at, due, due - 3 from seed;
      insert into task (id, case_id, key, step, business, area_code, role, state, reason, opened_at, due, warn_from)
        select md5('task ' || n)::uuid, case_id, step, step, business, area_code, role, 'open', 'flow', opened_at, due, due - 3
        from seed;
      insert into case_text (case_id, said) select id, lower(number || E'\\n' || title) from case_;
      drop table seed`)
    for (const { indexdef } of made) await exec(indexdef as string)
    await exec(`set session_replication_role = origin; set synchronous_commit = on; reset maintenance_work_mem`)
    for (const table of ['task', 'case_', 'case_text']) await exec(`vacuum analyze ${table}`)
  })
}
