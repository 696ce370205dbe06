import type {
  Drawn,
  FormDefinition,
  FormField,
  FormValues,
  Party,
  Signature,
} from '../../../kernel/forms/definition.ts'
import { nationalDictionaries } from '../../../kernel/forms/national-dictionaries.ts'
import type { LocalWords, NamedCode } from '../../../kernel/forms/searchable.ts'
import { unitWords } from '../../../kernel/forms/unit-words.ts'

export type Language = 'zh' | 'en'
type Written = { language: Language; local: LocalWords }

const MARKS = { zh: { is: '：', and: '、', next: '；' }, en: { is: ': ', and: ', ', next: '; ' } } as const
const YES = { zh: ['否', '是'], en: ['no', 'yes'] } as const
const PHOTOS = { zh: (n: number) => `${n} 张`, en: (n: number) => `${n} photos` } as const
const POINTS = { zh: (n: number) => `${n} 个点`, en: (n: number) => `${n} points` } as const

/** A value as it is read on paper: codes and choices in words, numbers with their unit, what was drawn by its measure. */
export function valueText(field: FormField, value: unknown, written: Written): string {
  if (value === undefined || value === null || value === '') return '—'
  const { language } = written
  switch (field.type) {
    case 'yesNo':
      return YES[language][value ? 1 : 0]
    case 'choice':
      return [value]
        .flat()
        .map((one) => optionText(field.options, one, language))
        .join(MARKS[language].and)
    case 'code':
      return `${value} ${codeWords({ ...field, code: String(value) }, written)}`.trim()
    case 'number':
      return [numberText(Number(value), field.decimals), field.unit && unitWords(field.unit, language)]
        .filter(Boolean)
        .join(' ')
    case 'table':
      return (value as FormValues[]).map((row) => rowText(field.columns, row, written)).join('\n')
    case 'photos':
      return PHOTOS[language]((value as unknown[]).length)
    case 'attachments':
      return (value as { name: string }[]).map(({ name }) => name).join(MARKS[language].and)
    case 'map':
      return drawnText(value as Drawn, language)
    case 'signature':
      return (value as Signature).signer.name
    case 'person':
    case 'organisation':
      return (value as Party).name
    default:
      return String(value)
  }
}

const optionText = (options: { value: string; title: Record<Language, string> }[], one: unknown, language: Language) =>
  options.find(({ value }) => value === one)?.title[language] ?? String(one)

const rowText = (columns: FormField[], row: FormValues, written: Written): string =>
  columns
    .map((column) =>
      [column.title[written.language], valueText(column, row[column.name], written)].join(MARKS[written.language].is),
    )
    .join(MARKS[written.language].next)

const numberText = (value: number, decimals?: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 10 })

function drawnText({ area, length, coordinates }: Drawn, language: Language): string {
  if (area !== undefined) return `${numberText(area, 2)} m²`
  if (length !== undefined) return `${numberText(length, 2)} m`
  return POINTS[language](coordinates.length)
}

const nationalTable = (scheme: string, edition: string) =>
  nationalDictionaries.find((table) => table.scheme === scheme && table.edition === edition)

function codeWords({ scheme, edition, code }: NamedCode, { language, local }: Written): string {
  const table = nationalTable(scheme, edition)
  if (!table) return local({ scheme, edition, code })
  return table.items.find((item) => item.code === code)?.title[language] ?? ''
}

/** The codes of local tables that stand in these forms: their words are asked for at once. */
export function printedCodes(definitions: FormDefinition[], values: FormValues): NamedCode[] {
  return definitions.flatMap(({ fields }) => fields.flatMap((field) => codesIn(field, values[field.name])))
}

function codesIn(field: FormField, value: unknown): NamedCode[] {
  if (field.type === 'table' && Array.isArray(value))
    return value.flatMap((row: FormValues) => field.columns.flatMap((column) => codesIn(column, row[column.name])))
  if (field.type !== 'code' || typeof value !== 'string' || nationalTable(field.scheme, field.edition)) return []
  return [{ scheme: field.scheme, edition: field.edition, code: value }]
}
