import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { codeTables } from '../../../kernel/layers/codes/tables.ts'

type Row = {
  scheme: string
  edition: string
  title: { zh: string; en: string }
  items: number
  source: string | null
  state: 'national' | 'published' | 'proposed' | 'draft'
  changedAt: Date | null
  changedBy: string | null
  publishedAt: Date | null
}

const national: Row[] = Object.values(codeTables).map(({ scheme, edition, title, codes }) => ({
  ...{ scheme, edition, title, items: codes.length, source: null, state: 'national' },
  ...{ changedAt: null, changedBy: null, publishedAt: null },
}))

/** Every edition of every code table: the bureau's own first, the latest changed on top. */
export const listDictionaries = query({
  name: 'forms.dictionary.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 60 })),
    state: Type.Optional(Type.String({ maxLength: 12 })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx }, { text = '', state, page = 1, pageSize = 50 }) {
    const { rows: local } = await sql<Row>`select e.scheme, e.edition,
        jsonb_build_object('zh', e.title_zh, 'en', e.title_en) as title, (select count(*)::int from dictionary_item i
          where i.scheme = e.scheme and i.edition = e.edition) as items, e.source,
        case when e.published_at is not null then 'published' when e.proposed_at is not null then 'proposed' else 'draft' end as state, e.changed_at as "changedAt",
        p.name as "changedBy", e.published_at as "publishedAt"
      from dictionary_edition e join person p on p.id = e.changed_by order by e.changed_at desc`.execute(trx)
    const sought = text.toLowerCase()
    const found = [...local, ...national].filter(
      (row) =>
        (state === undefined || row.state === state) &&
        [row.scheme, row.edition, row.title.zh, row.title.en].join(' ').toLowerCase().includes(sought),
    )
    return { rows: found.slice((page - 1) * pageSize, page * pageSize), total: found.length }
  },
})
