import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ask, type Rows } from '../../../../apps/ui/api.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { writeCsv } from '../../../../kernel/formats/write-csv.ts'
import type { BatchView, ReportRow } from '../answers.ts'

const PAGE = 1000

/** Saves the report as the sender's systems read it: a CSV with the delivery's own fields beside what became of each row. */
export function useCsvExport(batch: BatchView, columns: readonly TableColumn<ReportRow>[]) {
  const [isBusy, setBusy] = useState(false)
  const [params] = useSearchParams()
  const save = () => {
    setBusy(true)
    allRows(batch.id, params.get('state'))
      .then((rows) => saveText(`${batch.number}.csv`, textOf(batch, columns, rows)))
      .finally(() => setBusy(false))
  }
  return { isBusy, save }
}

async function allRows(batchId: string, state: string | null): Promise<ReportRow[]> {
  const rows: ReportRow[] = []
  for (let page = 1; ; page++) {
    const answer = await ask<Rows<ReportRow>>('landuse.batch.report', { batchId, state, page, pageSize: PAGE })
    rows.push(...answer.rows)
    if (answer.rows.length === 0 || rows.length >= answer.total) return rows
  }
}

function textOf({ number, fields, crs }: BatchView, columns: readonly TableColumn<ReportRow>[], rows: ReportRow[]) {
  const own = columns.map(({ title }) => ({ name: title, type: 'text' as const }))
  const attributesOf = (row: ReportRow) => ({
    ...row.attributes,
    ...Object.fromEntries(columns.map(({ title, value }) => [title, value(row) ?? null])),
  })
  return writeCsv(
    {
      name: number,
      fields: [...own, ...fields.map(({ name }) => ({ name, type: 'text' as const }))],
      rows: rows.map((row) => ({ attributes: attributesOf(row), geometry: null })),
      epsg: crs.epsg,
    },
    { geometry: false },
  )
}

function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
