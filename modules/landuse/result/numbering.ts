import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { queueFor } from '../../../kernel/layers/change-sets/queue.ts'
import type { Numbering } from './rules/draft-result.ts'
import type { Attributes, BasePatch } from './rules/patches.ts'

/** Digits of the running number at the end of a BSM: county (6) and layer (4) come before. */
const MARK_DIGITS = 8

/**
 * New numbers for patches: TBBH the next in its village, BSM the next in its county. Numbers that any version of any patch
 * or any draft has had are never given again; drafts queue for them until the end of the transaction.
 */
export async function numberingFor(trx: Trx, base: readonly BasePatch[]): Promise<Numbering> {
  await queueFor(trx, ['DLTB'])
  const villages = [...new Set(base.map(({ attributes }) => String(attributes.ZLDWDM)))]
  const prefixes = [...new Set(base.map(({ attributes }) => markPrefix(attributes)))]
  const numbers = await lastNumbers(trx, villages)
  const marks = await lastMarks(trx, prefixes)
  const width = Math.max(4, ...base.map(({ attributes }) => String(attributes.TBBH ?? '').length))
  const next = (counters: Map<string, number>, name: string) => {
    const number = (counters.get(name) ?? 0) + 1
    counters.set(name, number)
    return number
  }
  return (attributes) => {
    const prefix = markPrefix(attributes)
    return {
      TBBH: String(next(numbers, String(attributes.ZLDWDM))).padStart(width, '0'),
      BSM: `${prefix}${String(next(marks, prefix)).padStart(MARK_DIGITS, '0')}`,
    }
  }
}

const markPrefix = ({ BSM }: Attributes) => String(BSM).slice(0, -MARK_DIGITS)

type Last = { name: string; last: number }

async function lastNumbers(trx: Trx, villages: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<Last>`select name, max(number) as last from (
      select zldwdm as name, tbbh::int as number from layer_dltb where zldwdm = any(${villages}::text[]) and tbbh ~ '^\\d{1,8}$'
      union all
      select attributes ->> 'ZLDWDM', (attributes ->> 'TBBH')::int from change_item
        where layer = 'DLTB' and kind = 'create' and attributes ->> 'ZLDWDM' = any(${villages}::text[]) and attributes ->> 'TBBH' ~ '^\\d{1,8}$') known
    group by name`.execute(trx)
  return new Map(rows.map(({ name, last }) => [name, last]))
}

async function lastMarks(trx: Trx, prefixes: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<Last>`select name, max(number) as last from (
      select left(bsm, -8) as name, right(bsm, 8)::int as number from layer_dltb where left(bsm, -8) = any(${prefixes}::text[]) and bsm ~ '^\\d{18}$'
      union all
      select left(attributes ->> 'BSM', -8), right(attributes ->> 'BSM', 8)::int from change_item
        where layer = 'DLTB' and kind = 'create' and left(attributes ->> 'BSM', -8) = any(${prefixes}::text[]) and attributes ->> 'BSM' ~ '^\\d{18}$') known
    group by name`.execute(trx)
  return new Map(rows.map(({ name, last }) => [name, last]))
}
