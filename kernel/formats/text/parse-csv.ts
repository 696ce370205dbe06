import { invalid, Refusal } from '../../problems/problem.ts'

/** One record with the line it starts on (1-based). */
export type CsvRecord = { line: number; cells: string[] }

/** Whichever separator is most frequent in the first line. */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  const count = (mark: string) => line.split(mark).length
  return [';', '\t', '，'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** RFC 4180, any of comma, semicolon, tab as separator. Blank lines are skipped. Refuses a quote that never closes. */
export function parseCsv(text: string): CsvRecord[] {
  const separator = separatorOf(text)
  const records: CsvRecord[] = []
  let [cells, line, start, at]: [string[], number, number, number] = [[], 1, 1, 0]
  const endRecord = () => {
    if (cells.length > 1 || cells[0] !== '') records.push({ line: start, cells })
    cells = []
  }
  while (at < text.length) {
    if (cells.length === 0) start = line
    const { cell, next } = text[at] === '"' ? quotedCell(text, at, line) : plainCell(text, at, separator)
    line += cell.split('\n').length - 1
    cells.push(cell)
    at = next
    if (text[at] === separator) {
      at++
      if (at === text.length) cells.push('')
      continue
    }
    endRecord()
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    line++
  }
  if (cells.length > 0) endRecord()
  return records
}

function plainCell(text: string, from: number, separator: string): { cell: string; next: number } {
  let next = from
  while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r') next++
  return { cell: text.slice(from, next).trim(), next }
}

function quotedCell(text: string, from: number, line: number): { cell: string; next: number } {
  let cell = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) throw new Refusal(invalid('formats.csv.open-quote', { line }))
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      // Blanks between the closing quote and the separator are nobody's.
      let next = quote + 1
      while (text[next] === ' ') next++
      return { cell, next }
    }
    cell += '"'
    at = quote + 2
  }
}
