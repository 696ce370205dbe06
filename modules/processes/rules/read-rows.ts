import type { RuleInput } from './rule-inputs.ts'

export type BatchRow = { id: string; facts: Record<string, unknown> }
export type Reading = { rows: BatchRow[]; strange: string[]; missing: string[] }

/** 是 and 否 as people write them in a sheet. */
const YES = ['是', 'true', 'yes', 'y', '1']
const NO = ['否', 'false', 'no', 'n', '0']

/**
 * A sheet as it is pasted: first line the names or labels of the facts, tabs or commas between. `strange`: columns the rule
 * does not ask for; `missing`: facts no column gives. A column «id» or «编号» names the row.
 */
export function readRows(text: string, inputs: readonly RuleInput[]): Reading {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const split = (line: string) => line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim())
  const heads = split(lines[0] ?? '')
  const columns = heads.map((head) => inputs.find(({ name, label }) => name === head || label === head))
  const idAt = heads.findIndex((head) => /^(id|编号)$/i.test(head))
  const rows = lines.slice(1).map((line, k): BatchRow => {
    const cells = split(line)
    const facts = columns.flatMap((input, i) => (input ? [[input.name, valueIn(input, cells[i] ?? '')] as const] : []))
    return { id: (idAt >= 0 && cells[idAt]) || String(k + 1), facts: Object.fromEntries(facts) }
  })
  const strange = heads.filter((head, i) => !columns[i] && i !== idAt && head !== '')
  return { rows, strange, missing: inputs.filter((one) => !columns.includes(one)).map(({ label }) => label) }
}

function valueIn({ kind }: RuleInput, cell: string): unknown {
  if (cell === '') return null
  if (kind === 'number') return Number.isNaN(Number(cell)) ? cell : Number(cell)
  if (kind !== 'yesNo') return cell
  if (YES.includes(cell.toLowerCase())) return true
  return NO.includes(cell.toLowerCase()) ? false : cell
}
