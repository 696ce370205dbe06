import { ask, type Input, type Items, type Rows } from '../api.ts'
import { ProblemError } from '../problem.ts'
import type { TableColumn } from './column.ts'
import type { Paging } from './use-rows.ts'

const PAGE = 200
/** A sheet of more is nobody's reading, and the page would stand still while it is made. */
const MOST = 50_000

type OnRows = (count: number) => void

/** All rows a table's filters let through, page by page. Throws ProblemError beyond MOST. */
async function allRows<R>(query: string, input: Input, paging: Paging, onRows: OnRows): Promise<R[]> {
  const rows: R[] = []
  const taken = () => {
    onRows(rows.length)
    if (rows.length > MOST) throw new ProblemError('table.export.too-many', 400, { most: MOST }, 'table.export')
  }
  if (paging === 'cursor') {
    for (let after: string | undefined; ; ) {
      const { items, next } = await ask<Items<R>>(query, { ...input, limit: PAGE, after })
      rows.push(...items)
      taken()
      if (next === null) return rows
      after = next
    }
  }
  for (let page = 1; ; page++) {
    const answer = await ask<Rows<R>>(query, { ...input, page, pageSize: PAGE })
    rows.push(...answer.rows)
    taken()
    if (answer.rows.length === 0 || rows.length >= answer.total) return rows
  }
}

type Sheet<R> = {
  fileName: string
  query: string
  input: Input
  paging: Paging
  columns: readonly TableColumn<R>[]
  /** Told how many rows have come. */
  onRows: OnRows
}

/** Saves what a table shows, all pages of it, as a workbook. */
export async function exportRows<R>({ fileName, query, input, paging, columns, onRows }: Sheet<R>): Promise<void> {
  const [rows, { writeXlsx }] = await Promise.all([
    allRows<R>(query, input, paging, onRows),
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
