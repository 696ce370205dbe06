import type { DictionaryItem } from '../../../kernel/forms/dictionary.ts'
import { invalid, Refusal } from '../../../kernel/problems/problem.ts'

/** Headings a table may come with, in either language. */
const HEADINGS: Record<string, readonly string[]> = {
  code: ['代码', '编码', '统一社会信用代码', 'code'],
  zh: ['名称', '中文', '中文名称', '机构名称', '单位名称', 'name', 'zh'],
  en: ['英文', '英文名称', 'english', 'en'],
  parent: ['上级', '上级代码', '父级', '父代码', 'parent'],
  usable: ['可选', '可用', 'usable', 'selectable'],
  validFrom: ['生效', '生效日期', '启用日期', 'valid from', 'validfrom'],
  validUntil: ['失效', '失效日期', '停用日期', 'valid until', 'validuntil'],
  organisation: ['对应机构', '承办机构', 'organisation'],
}

/** Rows of a table with headings as items, in its order. Without English the Chinese stands. Refuses with the row's number. */
export function itemsOfRows(rows: readonly string[][]): DictionaryItem[] {
  const [headings = [], ...lines] = rows
  const places = placesOf(headings)
  if (places.code === undefined || places.zh === undefined)
    throw new Refusal(invalid('forms.dictionary.import.no-headings', { found: headings.join('、').slice(0, 200) }))
  return lines.flatMap((cells, index) => {
    const cell = (name: string) => (places[name] === undefined ? '' : (cells[places[name]] ?? '').trim())
    if (cells.every((one) => one.trim() === '')) return []
    if (cell('code') === '') throw new Refusal(invalid('forms.dictionary.import.no-code', { row: index + 2 }))
    return [itemOf(cell, index + 2)]
  })
}

function placesOf(headings: readonly string[]): Record<string, number | undefined> {
  const known = headings.map((heading) => heading.trim().toLowerCase())
  return Object.fromEntries(
    Object.entries(HEADINGS).map(([name, words]) => {
      const place = known.findIndex((heading) => words.includes(heading))
      return [name, place < 0 ? undefined : place]
    }),
  )
}

function itemOf(cell: (name: string) => string, row: number): DictionaryItem {
  const isHeading = /^(否|不可选|0|false|no|n)$/i.test(cell('usable'))
  const validFrom = dayOf(cell('validFrom'), row)
  const validUntil = dayOf(cell('validUntil'), row)
  return {
    code: cell('code'),
    title: { zh: cell('zh'), en: cell('en') || cell('zh') },
    ...(cell('parent') && { parent: cell('parent') }),
    ...(isHeading && { usable: false as const }),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
    // By code or name; who it is, is looked up where the organisations are.
    ...(cell('organisation') && { organisation: { id: '', name: cell('organisation') } }),
  }
}

function dayOf(text: string, row: number): string | undefined {
  if (text === '') return undefined
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:T.*)?$/.exec(text) ?? []
  const written = year && `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  if (!written || Number.isNaN(Date.parse(`${written}T00:00:00Z`)))
    throw new Refusal(invalid('forms.dictionary.import.bad-day', { row, text }))
  return written
}
