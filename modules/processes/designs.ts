import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'
import type { DesignKind, DesignState } from './schema.ts'

type Someone = { id: string; name: string }

/** A design as it stands, with the names of those who had a hand in it. */
export type Design = {
  id: string
  kind: DesignKind
  key: string
  title: string
  business: string
  basedOn: number | null
  content: string
  revision: number
  state: DesignState
  begunAt: Date
  changedAt: Date
  changedBy: Someone
  submittedAt: Date | null
  submittedBy: Someone | null
  note: string | null
  answer: string | null
  answeredAt: Date | null
  answeredBy: Someone | null
  version: number | null
}

const person = (column: string) =>
  sql.raw(`(select json_build_object('id', p.id, 'name', p.name) from person p where p.id = d.${column})`)

const COLUMNS = sql`d.id, d.kind, d.key, d.title, d.business, d.based_on as "basedOn", d.content, d.revision, d.state,
  d.begun_at as "begunAt", d.changed_at as "changedAt", ${person('changed_by')} as "changedBy",
  d.submitted_at as "submittedAt", ${person('submitted_by')} as "submittedBy", d.note,
  d.answer, d.answered_at as "answeredAt", ${person('answered_by')} as "answeredBy", d.version`

export async function readDesignRow(trx: Trx, id: string, lock = false): Promise<Design> {
  const { rows } = await sql<Design>`select ${COLUMNS} from design d where d.id = ${id} ${
    lock ? sql`for update of d` : sql``
  }`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('processes.design.unknown'))
  return rows[0]
}

/** The draft or submitted design of a thing, if there is one. */
export async function openDesignOf(trx: Trx, kind: DesignKind, key: string): Promise<Design | undefined> {
  const { rows } = await sql<Design>`select ${COLUMNS} from design d
    where d.kind = ${kind} and d.key = ${key} and d.state in ('draft', 'submitted')`.execute(trx)
  return rows[0]
}

/** The drawing a version was published from; undefined for what came with the program. */
export async function publishedContent(
  trx: Trx,
  kind: DesignKind,
  key: string,
  version: number,
): Promise<Design | undefined> {
  const { rows } = await sql<Design>`select ${COLUMNS} from design d
    where d.kind = ${kind} and d.key = ${key} and d.version = ${version} and d.state = 'published'`.execute(trx)
  return rows[0]
}
