import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Party } from './definition.ts'
import type { DictionaryItem } from './dictionary.ts'
import { rankOf, searchItems } from './dictionary-search.ts'
import { nationalDictionaries } from './national-dictionaries.ts'
import type { LocalWords, NamedCode } from './searchable.ts'

type Row = {
  code: string
  zh: string
  en: string
  parent: string | null
  usable: boolean
  validFrom: string | null
  validUntil: string | null
  organisation: Party | null
}

const itemOf = ({ code, zh, en, parent, usable, validFrom, validUntil, organisation }: Row): DictionaryItem => ({
  code,
  title: { zh, en },
  ...(parent && { parent }),
  ...(usable ? {} : { usable }),
  ...(validFrom && { validFrom }),
  ...(validUntil && { validUntil }),
  ...(organisation && { organisation }),
})

const COLUMNS = sql`code, title_zh as zh, title_en as en, parent, usable, valid_from::text as "validFrom", valid_until::text as "validUntil",
  (select jsonb_build_object('id', o.id, 'name', o.name) from organisation o where o.id = dictionary_item.organisation) as organisation`

/** All items of a local edition, published or not, in the table's order. */
export async function localItems(trx: Trx, scheme: string, edition: string): Promise<DictionaryItem[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from dictionary_item
    where scheme = ${scheme} and edition = ${edition} order by place`.execute(trx)
  return rows.map(itemOf)
}

export const nationalItems = (scheme: string, edition: string): DictionaryItem[] | undefined =>
  nationalDictionaries.find((table) => table.scheme === scheme && table.edition === edition)?.items

/** The best of what fits the text, by code, words or initials; national or local. */
export async function findItems(
  trx: Trx,
  scheme: string,
  edition: string,
  text: string,
  limit: number,
): Promise<DictionaryItem[]> {
  const national = nationalItems(scheme, edition)
  if (national) return searchItems(national, text, limit)
  const sought = text.trim().toLowerCase()
  const { rows } = await sql<Row>`select ${COLUMNS} from dictionary_item
    where scheme = ${scheme} and edition = ${edition} and (strpos(lower(code), ${sought}) = 1
      or strpos(lower(title_zh || ' ' || title_en), ${sought}) > 0 or strpos(initials, ${sought}) > 0)
    order by place limit 2000`.execute(trx)
  const items = rows.map(itemOf)
  return searchItems(
    items.filter((item) => rankOf(item, text) !== undefined),
    text,
    limit,
  )
}

/** What these codes of local tables mean, asked for at once; no statement where there are none. */
export async function localWordsOf(trx: Trx, codes: NamedCode[]): Promise<LocalWords> {
  if (codes.length === 0) return () => ''
  const { rows } = await sql<
    NamedCode & { zh: string; en: string }
  >`select i.scheme, i.edition, i.code, i.title_zh as zh,
      i.title_en as en
    from dictionary_item i join (select distinct * from unnest(${codes.map(({ scheme }) => scheme)}::text[],
      ${codes.map(({ edition }) => edition)}::text[], ${codes.map(({ code }) => code)}::text[]) as n (scheme, edition, code)) n
      using (scheme, edition, code)`.execute(trx)
  const words = new Map(rows.map(({ zh, en, ...named }) => [nameOf(named), [...new Set([zh, en])].join(' ').trim()]))
  return (named) => words.get(nameOf(named)) ?? ''
}

const nameOf = ({ scheme, edition, code }: NamedCode): string => JSON.stringify([scheme, edition, code])
