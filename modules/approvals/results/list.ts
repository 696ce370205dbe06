import { Type } from '@sinclair/typebox'
import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../../../kernel/calendar/day.ts'
import { today } from '../../../kernel/cases/limits.ts'
import { allOf } from '../../../kernel/cases/lists/worklist-filter.ts'
import { coveredBy, rightsTo, underArea } from '../../../kernel/cases/rights-filter.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { DOCX } from '../../../kernel/documents/write-docx.ts'
import { query, type StoredDownload } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { AreaCode, Id, ItemCode } from '../schema.ts'

export type ResultRow = {
  id: string
  caseId: string
  caseNumber: string
  item: string
  number: string
  title: string
  holder: string
  area: string
  areaName: string | null
  business: string
  decidedOn: string | null
  validUntil: string | null
  digest: string
  code: string
  issuedAt: Date
  issuedBy: string
  revokedAt: Date | null
  revokedBy: string | null
  reason: string | null
  /** whether the shared store has it: waiting, delivered, dead */
  shared: 'waiting' | 'delivered' | 'dead' | null
}

const STATES = ['valid', 'expiring', 'expired', 'revoked'] as const
/** 到期提醒: so many days before the last one. */
const SOON = 60

const SELECT = sql`select r.id, r.case_id as "caseId", c.number as "caseNumber", r.item, r.number, r.title, r.holder,
    r.area_code as area, a.name as "areaName", r.business, r.decided_on::text as "decidedOn", r.valid_until::text as "validUntil",
    r.digest, r.code, r.issued_at as "issuedAt", p.name as "issuedBy", r.revoked_at as "revokedAt", q.name as "revokedBy",
    r.reason, o.state as shared
  from approval_result r join case_ c on c.id = r.case_id join person p on p.id = r.issued_by
    left join person q on q.id = r.revoked_by left join area a on a.code = r.area_code
    left join outbox o on o.topic = 'approvals.result' and o.key = r.id::text || case when r.revoked_at is null then '' else ':revoked' end`

/** 许可结果台账: every document handed over in the reader's areas, its validity, and whether it has been shared. */
export const listResults = query({
  name: 'approvals.result.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    item: Type.Optional(ItemCode),
    area: Type.Optional(AreaCode),
    caseId: Type.Optional(Id),
    state: Type.Optional(Type.Unsafe<(typeof STATES)[number]>({ type: 'string', enum: [...STATES] })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  handle: async (
    { trx, person, now },
    { text = '', item, area, caseId, state, page = 1, pageSize = 50 },
  ): Promise<{ rows: ResultRow[]; total: number }> => {
    const day = today(now)
    const where = allOf([
      coveredBy(rightsTo(person, 'approvals.result.list'), 'c'),
      item && sql<boolean>`r.item = ${item}`,
      area && underArea(area, 'r'),
      caseId && sql<boolean>`r.case_id = ${caseId}`,
      state && stateIs(state, day),
      text && sql<boolean>`strpos(concat_ws(' ', r.number, r.holder, c.number, r.code), ${text}) > 0`,
    ])
    const { rows } = await sql<ResultRow>`${SELECT} where ${where} order by r.issued_at desc, r.id desc
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
    const counted = await sql<{ total: number }>`select count(*)::int as total from approval_result r
      join case_ c on c.id = r.case_id where ${where}`.execute(trx)
    return { rows, total: counted.rows[0]!.total }
  },
})

function stateIs(state: (typeof STATES)[number], day: string): RawBuilder<boolean> {
  const soon = addDays(day, SOON)
  switch (state) {
    case 'revoked':
      return sql`r.revoked_at is not null`
    case 'expired':
      return sql`r.revoked_at is null and r.valid_until < ${day}::date`
    case 'expiring':
      return sql`r.revoked_at is null and r.valid_until between ${day}::date and ${soon}::date`
    case 'valid':
      return sql`r.revoked_at is null and (r.valid_until is null or r.valid_until >= ${day}::date)`
  }
}

export async function resultRow(trx: Trx, id: string, lock = false): Promise<ResultRow> {
  const { rows } = await sql<ResultRow>`${SELECT} where r.id = ${id} ${lock ? sql`for update of r` : sql``}`.execute(
    trx,
  )
  if (!rows[0]) throw new Refusal(notFound('approvals.result.unknown'))
  return rows[0]
}

/** The document itself, as it was handed over. */
export const downloadResult = query({
  name: 'approvals.result.download',
  input: Type.Object({ resultId: Id }),
  bytes: true,
  handle: async ({ trx, person }, { resultId }): Promise<StoredDownload> => {
    const { area, business, digest, number, title } = await resultRow(trx, resultId)
    if (!can(person, 'approvals.result.download', { area, business }))
      throw new Refusal(notFound('approvals.result.unknown'))
    return { mediaType: DOCX, stored: digest, fileName: `${title} ${number}.docx` }
  },
})

/** 核验: what stands behind the code on a document, in force or not; whoever holds the paper may ask. */
export const verifyResult = query({
  name: 'approvals.result.verify',
  input: Type.Object({ code: Type.String({ pattern: '^[0-9A-Fa-f]{20}$' }) }),
  handle: async ({ trx, now }, { code }) => {
    const { rows } = await sql<{
      id: string
    }>`select id from approval_result where code = ${code.toUpperCase()}`.execute(trx)
    if (!rows[0]) throw new Refusal(notFound('approvals.result.verify.unknown', { code }))
    const { number, title, holder, decidedOn, validUntil, issuedAt, revokedAt, reason } = await resultRow(
      trx,
      rows[0].id,
    )
    const expired = validUntil !== null && validUntil < today(now)
    const state = revokedAt !== null ? 'revoked' : expired ? 'expired' : 'valid'
    return { number, title, holder, decidedOn, validUntil, issuedAt, state, reason } as const
  },
})
