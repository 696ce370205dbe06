import type { FormDefinition, FormField, FormValues, SimpleField } from '../../../kernel/forms/definition.ts'
import type { TextFormat } from '../../../kernel/forms/formats.ts'
import { nationalDictionaries } from '../../../kernel/forms/national-dictionaries.ts'

const SAMPLES: Record<TextFormat, string> = {
  creditCode: '11100000MB03271699',
  identityNumber: '11010519491231002X',
  mobile: '13912345678',
  phone: '0916-2345678',
  postcode: '723000',
  realEstateUnit: '610724001002GB00012F00010003',
}

/** Something plausible in every field that can be filled without a person, a file or a hand. */
export function sampleValues({ fields }: FormDefinition): FormValues {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = field.computed === undefined ? sampleOf(field) : undefined
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
}

function sampleOf(field: FormField): unknown {
  switch (field.type) {
    case 'table':
      return [1, 2].slice(0, field.maxRows ?? 2).map((row) => rowOf(field.columns, row))
    case 'photos':
    case 'attachments':
    case 'map':
    case 'signature':
    case 'person':
    case 'organisation':
      return undefined
    default:
      return simpleSample(field, 1)
  }
}

const rowOf = (columns: SimpleField[], row: number): FormValues =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const value = column.computed === undefined ? simpleSample(column, row) : undefined
      return value === undefined ? [] : [[column.name, value]]
    }),
  )

function simpleSample(field: SimpleField, row: number): unknown {
  switch (field.type) {
    case 'text':
    case 'multiline':
      return field.format ? SAMPLES[field.format] : `${field.title.zh}${row}`.slice(0, field.maxLength ?? 100)
    case 'number':
      return Math.min(field.max ?? Number.POSITIVE_INFINITY, Math.max(field.min ?? 0, row * 100))
    case 'date':
      return '2026-11-02'
    case 'yesNo':
      return true
    case 'choice':
      return field.many ? field.options.slice(0, 1).map(({ value }) => value) : field.options[0]?.value
    case 'code':
      return nationalDictionaries
        .find(({ scheme, edition }) => scheme === field.scheme && edition === field.edition)
        ?.items.find(({ usable }) => usable !== false)?.code
    default:
      return undefined
  }
}
