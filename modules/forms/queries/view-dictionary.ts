import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { writeXlsx } from '../../../kernel/formats/write-xlsx.ts'
import type { DictionaryItem } from '../../../kernel/forms/dictionary.ts'
import { searchItems } from '../../../kernel/forms/dictionary-search.ts'
import { findItems, localItems, nationalItems } from '../../../kernel/forms/local-dictionaries.ts'
import { type Context, type MadeDownload, query } from '../../../kernel/http/action.ts'
import { codeTables } from '../../../kernel/layers/codes/tables.ts'
import { readEdition } from '../dictionaries.ts'
import { checkDictionary } from '../rules/check-dictionary.ts'
import { Edition, Scheme } from '../schema.ts'

const Named = { scheme: Scheme, edition: Edition }
/** A page shows all faults of a careless import, but not ten thousand of them. */
const MOST_FAULTS = 200

const itemsOf = async ({ trx }: Pick<Context, 'trx'>, scheme: string, edition: string): Promise<DictionaryItem[]> =>
  nationalItems(scheme, edition) ?? localItems(trx, scheme, edition)

/** One edition: where it comes from, what is wrong with it, which forms name it. */
export const viewDictionary = query({
  name: 'forms.dictionary.view',
  input: Type.Object(Named),
  async handle(context, { scheme, edition }) {
    const table = Object.values(codeTables).find((one) => one.scheme === scheme && one.edition === edition)
    const items = await itemsOf(context, scheme, edition)
    const { rows: usedIn } = await sql<{
      key: string
      title: DictionaryItem['title']
      version: number
    }>`select distinct on (key)
        key, definition -> 'title' as title, version from form_definition
      where jsonb_path_exists(definition, '$.** ? (@.scheme == $scheme && (@.edition == $edition || @.type == "organisation"))',
        jsonb_build_object('scheme', ${scheme}::text, 'edition', ${edition}::text))
      order by key, version desc`.execute(context.trx)
    const held = table ? null : await readEdition(context.trx, scheme, edition)
    return {
      ...{ scheme, edition, items: items.length, usedIn },
      title: table?.title ?? held!.title,
      isNational: table !== undefined,
      local: held,
      /** its entries stand for organisations */
      ofOrganisations: items.some(({ organisation }) => organisation !== undefined),
      faults: held && !held.publishedAt ? checkDictionary(items).slice(0, MOST_FAULTS) : [],
    }
  },
})

/** The items of an edition page by page, for whoever keeps it. */
export const listItems = query({
  name: 'forms.dictionary.rows',
  input: Type.Object({
    ...Named,
    text: Type.Optional(Type.String({ maxLength: 60 })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle(context, { scheme, edition, text = '', page = 1, pageSize = 50 }) {
    const found = searchItems(await itemsOf(context, scheme, edition), text)
    return { rows: found.slice((page - 1) * pageSize, page * pageSize), total: found.length }
  },
})

/** Longer editions are searched here instead of being sent whole. */
const WHOLE = 2000

/** For a field: the whole edition, or of a long one the best of what fits the text. `total` tells which. */
export const pickItems = query({
  name: 'forms.dictionary.items',
  input: Type.Object({ ...Named, text: Type.Optional(Type.String({ maxLength: 60 })) }),
  async handle(context, { scheme, edition, text }) {
    if (text !== undefined) {
      const items = await findItems(context.trx, scheme, edition, text, 50)
      return { items, total: items.length }
    }
    const items = await itemsOf(context, scheme, edition)
    return { items: items.slice(0, items.length > WHOLE ? 50 : WHOLE), total: items.length }
  },
})

/** An edition as a workbook that can be imported again. */
export const exportDictionary = query({
  name: 'forms.dictionary.export',
  input: Type.Object(Named),
  bytes: true,
  async handle(context, { scheme, edition }): Promise<MadeDownload> {
    const items = await itemsOf(context, scheme, edition)
    const columns = ['代码', '名称', '英文', '上级', '可选', '生效日期', '失效日期', '对应机构'].map((title) => ({
      title,
      type: 'text' as const,
    }))
    const rows = items.map(({ code, title, parent, usable, validFrom, validUntil, organisation }) => [
      ...[
        code,
        title.zh,
        title.en,
        parent ?? null,
        usable === false ? '否' : '是',
        validFrom ?? null,
        validUntil ?? null,
        organisation?.name ?? null,
      ],
    ])
    return {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeXlsx([{ name: scheme, columns, rows }]),
      fileName: `${scheme}-${edition}.xlsx`,
    }
  },
})
