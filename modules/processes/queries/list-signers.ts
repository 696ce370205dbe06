import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'

/** Whom a co-signed step may name: everybody who works here, by name. */
export const listSigners = query({
  name: 'processes.people',
  input: Type.Object({}),
  async handle({ trx }) {
    const { rows } = await sql<{
      id: string
      name: string
      organisation: string
    }>`select p.id, p.name, o.name as organisation
      from person p join organisation o on o.id = p.organisation where p.ended_at is null order by p.name limit 1000`.execute(
      trx,
    )
    return { rows, total: rows.length }
  },
})
