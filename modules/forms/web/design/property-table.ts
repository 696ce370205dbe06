import type { FieldType } from '../../../../kernel/forms/definition.ts'

/** How a property is set; `choices` are values with a text «forms.<property>.<value>». */
export type Property =
  | {
      name: string
      kind:
        | 'text'
        | 'flag'
        | 'feel'
        | 'words'
        | 'options'
        | 'kinds'
        | 'types'
        | 'dictionary'
        | 'organisations'
        | 'section'
        | 'default'
    }
  | { name: string; kind: 'number'; least?: number; decimals?: number; unit?: string; factor?: number }
  | { name: string; kind: 'choice'; choices: readonly string[]; isNeeded?: true }

const count = (name: string): Property => ({ name, kind: 'number', least: 0, decimals: 0 })
const flag = (name: string): Property => ({ name, kind: 'flag' })

/** What only this type has. */
export const ownProperties: Record<FieldType, Property[]> = {
  text: [
    {
      name: 'format',
      kind: 'choice',
      choices: ['creditCode', 'identityNumber', 'mobile', 'phone', 'postcode', 'realEstateUnit'],
    },
    { name: 'maxLength', kind: 'number', least: 1, decimals: 0 },
    { name: 'pattern', kind: 'text' },
  ],
  multiline: [{ name: 'maxLength', kind: 'number', least: 1, decimals: 0 }],
  number: [
    { name: 'unit', kind: 'text' },
    { name: 'decimals', kind: 'number', least: 0, decimals: 0 },
    { name: 'min', kind: 'number' },
    { name: 'max', kind: 'number' },
    flag('sum'),
  ],
  date: [flag('notInFuture')],
  code: [{ name: 'dictionary', kind: 'dictionary' }],
  choice: [{ name: 'options', kind: 'options' }, flag('many')],
  yesNo: [],
  person: [],
  organisation: [{ name: 'scheme', kind: 'organisations' }],
  table: [count('minRows'), count('maxRows')],
  photos: [count('min'), count('max')],
  attachments: [
    { name: 'kinds', kind: 'kinds' },
    { name: 'types', kind: 'types' },
    { name: 'maxBytes', kind: 'number', least: 0, decimals: 1, unit: 'MB', factor: 1_048_576 },
    count('min'),
    count('max'),
  ],
  map: [
    { name: 'shape', kind: 'choice', choices: ['point', 'line', 'polygon'], isNeeded: true },
    count('min'),
    count('max'),
    { name: 'within', kind: 'choice', choices: ['scope'] },
  ],
  signature: [],
}

const NO_DEFAULT: FieldType[] = ['table', 'map', 'signature', 'attachments', 'photos']
const NOT_COMPUTED: FieldType[] = ['table', 'map', 'signature', 'attachments', 'photos', 'person', 'organisation']

/** What any field may have, and when; a column has no section and is not searched. */
export const commonProperties = (type: FieldType, isColumn: boolean): Property[] => [
  { name: 'hint', kind: 'words' },
  ...(isColumn ? [] : [{ name: 'section', kind: 'section' } as const]),
  { name: 'required', kind: 'flag' },
  { name: 'requiredWhen', kind: 'feel' },
  { name: 'visibleWhen', kind: 'feel' },
  ...(NOT_COMPUTED.includes(type) ? [] : [{ name: 'computed', kind: 'feel' } as const]),
  ...(NO_DEFAULT.includes(type) ? [] : [{ name: 'default', kind: 'default' } as const]),
  ...(isColumn || ['table', 'map', 'signature', 'attachments', 'photos'].includes(type)
    ? []
    : [{ name: 'searchable', kind: 'flag' } as const]),
]
