import { ask, type Input, type Rows } from '../api.ts'
import type { TableColumn } from './column.ts'

const PAGE = 200

/** All rows a table's filters let through, page by page. */
async function allRows<R>(query: string, input: Input): Promise<R[]> {
  const rows: R[] = []
  for (let page = 1; ; page++) {
    const answer = await ask<Rows<R>>(query, { ...input, page, pageSize: PAGE })
    rows.push(...answer.rows)
    if (answer.rows.length === 0 || rows.length >= answer.total) return rows
  }
}

const cell = (value: string | number | null | undefined) => value ?? null

/** Saves what a table shows, all pages of it, as a workbook. */
export async function exportRows<R>(
  fileName: string,
  query: string,
  input: Input,
  columns: readonly TableColumn<R>[],
): Promise<void> {
  const [rows, { writeXlsx }] = await Promise.all([
    allRows<R>(query, input),
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
      rows: rows.map((row) => columns.map((column) => cell(column.value(row)))),
    },
  ])
  save(new Blob([bytes as BlobPart]), `${fileName}.xlsx`)
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
