import type { FormValues, SimpleField, TableField } from './definition.ts'
import type { DictionaryItem } from './dictionary.ts'

export type ItemsOf = (scheme: string, edition: string) => readonly DictionaryItem[]

/**
 * Rows out of a spreadsheet's cells as they come with the clipboard (tab and line break). A first line that is the
 * columns' titles is left out; cells fill the columns that may be typed, from `first` on. A cell that is not what its
 * column takes stays as text, so that the check names it where it stands.
 */
export function rowsOfPaste(table: TableField, text: string, itemsOf: ItemsOf, first = 0): FormValues[] {
  const columns = table.columns.filter(({ computed }) => computed === undefined).slice(first)
  const lines = cellsOf(text)
  const isHeading = lines[0]?.every(
    (cell) => cell === '' || columns.some(({ title }) => title.zh === cell || title.en === cell),
  )
  return lines
    .slice(isHeading ? 1 : 0)
    .map((cells) =>
      Object.fromEntries(
        columns.flatMap((column, index) =>
          cells[index] ? [[column.name, cellValue(column, cells[index]!, itemsOf)]] : [],
        ),
      ),
    )
}

/** A cell with a line break or a tab in it stands in quotes, and a quote in it is doubled. */
function cellsOf(text: string): string[][] {
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    lines.at(-1)!.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    if (end === '') break
    if (end !== '\t') lines.push([])
  }
  return lines.filter((cells) => cells.some((cell) => cell !== ''))
}

function cellValue(column: SimpleField, cell: string, itemsOf: ItemsOf): unknown {
  switch (column.type) {
    case 'number': {
      const number = Number(cell.replaceAll(/[,，\s]/g, ''))
      return Number.isNaN(number) ? cell : number
    }
    case 'date': {
      const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) ?? []
      return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : cell
    }
    case 'yesNo':
      return /^(是|有|√|y|yes|true|1)$/i.test(cell) ? true : /^(否|无|×|n|no|false|0)$/i.test(cell) ? false : cell
    case 'choice':
      return (
        column.options.find(({ value, title }) => value === cell || title.zh === cell || title.en === cell)?.value ??
        cell
      )
    case 'code': {
      const items = itemsOf(column.scheme, column.edition)
      const [code] = cell.split(/\s/)
      return (
        (items.find((item) => item.code === cell || item.code === code) ?? items.find(({ title }) => title.zh === cell))
          ?.code ?? cell
      )
    }
    default:
      return cell
  }
}
