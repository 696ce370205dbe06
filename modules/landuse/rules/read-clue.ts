import type { FieldMapping } from '../../../kernel/formats/field-mapping.ts'
import { landuseName } from '../../../kernel/layers/codes/landuse.ts'
import type { ChangeKind, Note } from '../schema.ts'
import { changeKind } from './change-kind.ts'

export type SourceAttributes = Record<string, string | number | null>

export type ClueDraft = {
  sourceNumber: string
  foundOn: string | null
  beforeOn: string | null
  changeKind: ChangeKind
  predictedClass: string | null
  statedArea: number | null
  areaCode: string | null
  note: string | null
}

export type ClueReading = { clue: ClueDraft; findings: Note[] } | { rejected: Note }

/**
 * Reads one row of a delivery as a clue. What cannot be trusted but leaves the clue usable is a finding; a row without
 * a number, or found after `today` (YYYY-MM-DD), is rejected.
 */
export function readClue(attributes: SourceAttributes, mapping: FieldMapping, today: string): ClueReading {
  const text = (name: string) => textOf(attributes[mapping[name] ?? ''])
  const sourceNumber = text('number')
  if (sourceNumber === null)
    return { rejected: { code: 'landuse.row.number-missing', params: { field: mapping.number ?? '' } } }
  const findings: Note[] = []
  const foundOn = readDate(text('foundOn'), 'foundOn', findings)
  if (foundOn !== null && foundOn > today)
    return { rejected: { code: 'landuse.row.date-in-future', params: { date: foundOn, today } } }
  const beforeOn = readDate(text('beforeOn'), 'beforeOn', findings)
  if (foundOn && beforeOn && beforeOn > foundOn)
    findings.push({ code: 'landuse.row.dates-reversed', params: { beforeOn, foundOn } })
  if (foundOn === null) findings.push({ code: 'landuse.row.date-missing' })
  const predictedClass = readClass(text('predictedClass'), findings)
  const clue = {
    sourceNumber,
    foundOn,
    beforeOn,
    changeKind: changeKind(text('kind'), predictedClass),
    predictedClass,
    statedArea: readArea(text('area'), findings),
    areaCode: text('areaCode'),
    note: text('note'),
  }
  return { clue, findings }
}

function textOf(value: string | number | null | undefined): string | null {
  const text = value === null || value === undefined ? '' : String(value).trim()
  return text === '' ? null : text
}

/** 20260815, 2026-8-15, 2026/08/15, 2026年8月15日, and 2026-08 as the last day of that month. */
export function dateOf(text: string): string | undefined {
  const parts = /^(\d{4})[-/.年]?(\d{1,2})(?:[-/.月]?(\d{1,2})?)?日?(?:[ T].*)?$/.exec(text.trim())
  if (!parts) return undefined
  const [year, month] = [Number(parts[1]), Number(parts[2])]
  const day = parts[3] ? Number(parts[3]) : new Date(Date.UTC(year, month, 0)).getUTCDate()
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}

function readDate(text: string | null, field: string, findings: Note[]): string | null {
  if (text === null) return null
  const date = dateOf(text)
  if (date === undefined) findings.push({ code: 'landuse.row.date-unreadable', params: { field, text } })
  return date ?? null
}

function readArea(text: string | null, findings: Note[]): number | null {
  if (text === null) return null
  const area = Number(text)
  if (Number.isFinite(area) && area > 0 && area < 1e12) return Math.round(area * 100) / 100
  findings.push({ code: 'landuse.row.area-unreadable', params: { text } })
  return null
}

/** A code no 三调 table has stays as it was written: a person must look, and must see what was delivered. */
function readClass(text: string | null, findings: Note[]): string | null {
  if (text !== null && /^\d/.test(text) && landuseName(text) === undefined) {
    findings.push({ code: 'landuse.row.class-unknown', params: { code: text } })
  }
  return text
}
