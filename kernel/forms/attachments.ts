import type { Attachment, AttachmentsField, FormIssue, FormValues } from './definition.ts'

type Finding = Omit<FormIssue, 'field'> | undefined

export function isAttachment(value: unknown): value is Attachment {
  const { digest, name, size, kind } = (value ?? {}) as Partial<Attachment>
  return (
    typeof digest === 'string' &&
    /^[0-9a-f]{64}$/.test(digest) &&
    typeof name === 'string' &&
    name !== '' &&
    typeof size === 'number' &&
    (kind === undefined || typeof kind === 'string')
  )
}

export function checkAttachments(field: AttachmentsField, value: unknown): Finding {
  if (!Array.isArray(value) || !value.every(isAttachment)) return { code: 'forms.not-files' }
  const { min = 0, max = Number.POSITIVE_INFINITY } = field
  const count = value.length
  if (count < min) return { code: 'forms.too-few-files', params: { min, count } }
  if (count > max) return { code: 'forms.too-many-files', params: { max, count } }
  return firstFault(value.map((file) => fileFault(field, file))) ?? kindFault(field, value)
}

const firstFault = (findings: Finding[]) => findings.find((finding) => finding !== undefined)

/** What is wrong with one file before it is sent: its type or its size. */
export function fileFault(
  { types, maxBytes, kinds }: AttachmentsField,
  { name, size, kind }: Omit<Attachment, 'digest'>,
): Finding {
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
  if (types && !types.includes(ending)) return { code: 'forms.file-type', params: { name, types: types.join('、') } }
  if (maxBytes !== undefined && size > maxBytes)
    return { code: 'forms.file-too-large', params: { name, most: megabytes(maxBytes), size: megabytes(size) } }
  if (kinds && kind !== undefined && !kinds.some(({ value }) => value === kind))
    return { code: 'forms.unknown-choice', params: { value: kind } }
  return kinds && kind === undefined ? { code: 'forms.file-without-kind', params: { name } } : undefined
}

/** Megabytes with one decimal. */
const megabytes = (bytes: number) => Number((bytes / 1_048_576).toFixed(1))

/** 要件: a kind that has to be there. */
function kindFault({ kinds = [] }: AttachmentsField, files: Attachment[]): Finding {
  const short = kinds.find(({ value, min = 0 }) => files.filter(({ kind }) => kind === value).length < min)
  return (
    short && { code: 'forms.file-kind-missing', params: { zh: short.title.zh, en: short.title.en, min: short.min! } }
  )
}

/** Files in `after` that `before` has not: what goes into the resource tree. */
export function newAttachments(field: AttachmentsField, before: FormValues, after: FormValues): Attachment[] {
  const listOf = (values: FormValues) => {
    const value = values[field.name]
    return Array.isArray(value) ? value.filter(isAttachment) : []
  }
  const known = new Set(listOf(before).map(({ digest }) => digest))
  return listOf(after).filter(({ digest }) => !known.has(digest))
}
