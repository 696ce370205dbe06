import { ask, type Input, type Items, type Rows } from '../api.ts'
import type { TableColumn } from './column.ts'
import type { Paging } from './use-rows.ts'

const PAGE = 200

/** All rows a table's filters let through, page by page. */
async function allRows<R>(query: string, input: Input, paging: Paging): Promise<R[]> {
  const rows: R[] = []
  if (paging === 'cursor') {
    for (let after: string | undefined; ; ) {
      const { items, next } = await ask<Items<R>>(query, { ...input, limit: PAGE, after })
      rows.push(...items)
      if (next === null) return rows
      after = next
    }
  }
  for (let page = 1; ; page++) {
    const answer = await ask<Rows<R>>(query, { ...input, page, pageSize: PAGE })
    rows.push(...answer.rows)
    if (answer.rows.length === 0 || rows.length >= answer.total) return rows
  }
}

type Sheet<R> = { fileName: string; query: string; input: Input; paging: Paging; columns: readonly TableColumn<R>[] }

/** Saves what a table shows, all pages of it, as a workbook. */
export async function exportRows<R>({ fileName, query, input, paging, columns }: Sheet<R>): Promise<void> {
  const [rows, { writeXlsx }] = await Promise.all([
    allRows<R>(query, input, paging),
    import('../../../kernel/formats/write-xlsx.ts'),
  ])
  const bytes = await writeXlsx([
    {
      name: fileName,
      columns: columns.map(({ title, type = 'text', decimals }) => ({
        title,
        type,
        ...(decimals !== undefined && { decimals }),
      })),
      rows: rows.map((row) => columns.map((column) => column.value(row) ?? null)),
    },
  ])
  save(new Blob([bytes as BlobPart]), `${fileName}.xlsx`)
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
