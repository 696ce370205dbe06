import { type SqlBool, sql } from 'kysely'
import { toHex } from '../../kernel/crypto/bytes.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { writeWkb } from '../../kernel/geometry/codecs/wkb-write.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import type { StageFact } from './rules/stages.ts'

export type Project = {
  code: string
  name: string
  ownerName: string
  ownerCode: string | null
  investmentCode: string | null
  area: string
  registeredAt: Date
  registeredBy: string
}

const COLUMNS = sql`j.code, j.name, j.owner_name as "ownerName", j.owner_code as "ownerCode", j.investment_code as "investmentCode",
  j.area_code as area, j.registered_at as "registeredAt", p.name as "registeredBy"`

export async function readProject(trx: Trx, code: string): Promise<Project | undefined> {
  const { rows } = await sql<Project>`select ${COLUMNS} from project j join person p on p.id = j.registered_by
    where j.code = ${code}`.execute(trx)
  return rows[0]
}

/** Held until the end of the transaction: of two filings of one stage the second sees the first. */
export async function holdProject(trx: Trx, code: string): Promise<void> {
  await sql`select 1 from project where code = ${code} for no key update`.execute(trx)
}

export type NewProject = Omit<Project, 'registeredAt' | 'registeredBy'> & { scope: MultiPolygon | undefined }

export async function addProject(trx: Trx, project: NewProject, by: string, now: Date): Promise<void> {
  const { code, name, ownerName, ownerCode, investmentCode, area, scope } = project
  await sql`insert into project (code, name, owner_name, owner_code, investment_code, area_code, scope, registered_at, registered_by)
    values (${code}, ${name}, ${ownerName}, ${ownerCode}, ${investmentCode}, ${area},
      ${scope ? toHex(writeWkb(scope, 4524)) : null}::geometry, ${now}, ${by})`.execute(trx)
}

/** What has happened at each stage: the project's cases, and documents of other authorities. */
export async function stageFacts(trx: Trx, codes: string[]): Promise<Map<string, StageFact[]>> {
  const { rows } = await sql<
    StageFact & { project: string }
  >`select a.project, a.stage, c.number, c.id as "caseId", c.state, c.result
      from approval_case a join case_ c on c.id = a.case_id where a.project = any(${codes}::text[]) and a.stage is not null
    union all
    select m.project, m.stage, m.number, null, 'ended', 'granted' from project_milestone m where m.project = any(${codes}::text[])`.execute(
    trx,
  )
  return Map.groupBy(rows, ({ project }) => project)
}

export const underAreas = (areas: string[]) =>
  sql<SqlBool>`exists (select 1 from unnest(${areas}::text[]) a where starts_with(j.area_code, a))`

export async function listProjects(
  trx: Trx,
  areas: string[],
  text: string | null,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: Project[]; total: number }> {
  const where = sql`${underAreas(areas)} and (${text}::text is null
    or strpos(concat_ws(' ', j.code, j.name, j.owner_name, j.investment_code), ${text ?? ''}) > 0)`
  const { rows } =
    await sql<Project>`select ${COLUMNS} from project j join person p on p.id = j.registered_by where ${where}
    order by j.registered_at desc, j.code limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
  const count = await sql<{ total: number }>`select count(*)::int as total from project j where ${where}`.execute(trx)
  return { rows, total: count.rows[0]!.total }
}
