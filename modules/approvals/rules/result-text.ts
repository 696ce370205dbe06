import type { ChoiceField, FormDefinition, FormValues } from '../../../kernel/forms/definition.ts'
import { invalid, type Problem } from '../../../kernel/problems/problem.ts'

/** 结果文书 of an item: its heading and its paragraphs, with {names} where the case's own words come. */
export type ResultTemplate = { title: string; lines: string[] }

/** What every document can name beside the fields of the form. */
export const ALWAYS_NAMED = ['number', 'applicant', 'item', 'case', 'law', 'area', 'bureau', 'today', 'code'] as const

const NAMES = /\{([^{}]*)\}/g

/** Every name a template asks for, once. */
export const namesAsked = ({ lines }: ResultTemplate): string[] => [
  ...new Set(lines.flatMap((line) => [...line.matchAll(NAMES)].map(([, name]) => name!.trim()))),
]

/** A name nothing will ever stand for is found when the item is published, not when the document is handed over. */
export function templateProblem(template: ResultTemplate, fields: ReadonlySet<string>): Problem | undefined {
  const strange = namesAsked(template).filter(
    (name) => !fields.has(name) && !(ALWAYS_NAMED as readonly string[]).includes(name),
  )
  return strange.length > 0 ? invalid('approvals.item.publish.unknown-name', { names: strange.join('、') }) : undefined
}

/** The paragraphs with the words in place; a line that asks only for what the case does not have is left out. */
export function fillTemplate({ lines }: ResultTemplate, words: Readonly<Record<string, string>>): string[] {
  return lines.flatMap((line) => {
    const names = [...line.matchAll(NAMES)].map(([, name]) => name!.trim())
    if (names.length > 0 && names.every((name) => !words[name])) return []
    return [line.replaceAll(NAMES, (_, name: string) => words[name.trim()] || '／')]
  })
}

/** What a form says, in Chinese words as the document prints them. */
export function wordsOf({ fields }: FormDefinition, values: FormValues): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, wordOf(field, values[field.name])]))
}

function wordOf(field: FormDefinition['fields'][number], value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (field.type === 'choice')
    return (field as ChoiceField).options.find((option) => option.value === value)?.title.zh ?? String(value)
  if (field.type === 'date') return dayInWords(String(value))
  if (field.type === 'number') return `${value}${field.unit ? ` ${field.unit}` : ''}`
  return typeof value === 'object' ? '' : String(value)
}

/** «2026-11-09» → 2026年11月9日 (GB/T 9704 7.3.5.4). */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return year && month && date ? `${year}年${month}月${date}日` : day
}
