import type { MultiPolygon } from '../geometry/types.ts'
import { withinTime } from '../problems/within-time.ts'
import { checkAttachments } from './attachments.ts'
import type {
  ChoiceField,
  CodeField,
  DateField,
  FormField,
  FormIssue,
  NumberField,
  Party,
  PartyField,
  PhotosField,
  SignatureField,
  TableField,
  TextField,
} from './definition.ts'
import type { KnowsCode } from './dictionary.ts'
import { formatFault } from './formats.ts'
import { checkDrawn } from './map-value.ts'

/**
 * `today`: «2026-11-22» where the case is handled; the clock of a phone is not trusted twice. `scope`: the case's, in
 * degrees; left out where it is not known. `knowsParty`: undefined where nobody can tell.
 */
export type Surroundings = {
  today: string
  knowsCode: KnowsCode
  knowsParty?: (type: PartyField['type'], id: string) => boolean | undefined
  scope?: MultiPolygon
  /** is it an entry of this table of organisations now; undefined where nobody can tell, or there is none */
  isListed?: (scheme: string, id: string) => boolean | undefined
}

type Finding = Omit<FormIssue, 'field'> | undefined

/** What is wrong with one value that is not empty. */
export function checkValue(
  field: Exclude<FormField, TableField | SignatureField>,
  value: unknown,
  around: Surroundings,
): Finding {
  switch (field.type) {
    case 'text':
    case 'multiline':
      return checkText(field, value)
    case 'number':
      return checkNumber(field, value)
    case 'date':
      return checkDate(field, value, around.today)
    case 'code':
      return checkCode(field, value, around.knowsCode)
    case 'choice':
      return checkChoice(field, value)
    case 'yesNo':
      return typeof value === 'boolean' ? undefined : { code: 'forms.not-yes-or-no' }
    case 'photos':
      return checkPhotos(field, value)
    case 'attachments':
      return checkAttachments(field, value)
    case 'map':
      return checkDrawn(field, value, around.scope)
    case 'person':
    case 'organisation':
      return checkParty(field, value, around)
  }
}

function checkText({ maxLength, pattern, format }: TextField, value: unknown): Finding {
  if (typeof value !== 'string') return { code: 'forms.not-text' }
  if (maxLength !== undefined && [...value].length > maxLength) {
    return { code: 'forms.too-long', params: { maxLength, length: [...value].length } }
  }
  if (pattern !== undefined && !fits(pattern, value)) return { code: 'forms.wrong-pattern', params: { pattern } }
  const fault = format && formatFault(format, value)
  if (fault === 'check-digit') return { code: `forms.format.${format}.check-digit` }
  return fault ? { code: `forms.format.${format}` } : undefined
}

/** A repeated group can be tried in more ways than there is time for. */
function fits(pattern: string, value: string): boolean {
  const whole = new RegExp(`^(?:${pattern})$`, 'u')
  return /\)[*+{]/.test(pattern) ? withinTime(pattern, () => whole.test(value)) : whole.test(value)
}

function checkNumber({ min, max, decimals }: NumberField, value: unknown): Finding {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'forms.not-a-number' }
  if (min !== undefined && value < min) return { code: 'forms.too-small', params: { min } }
  if (max !== undefined && value > max) return { code: 'forms.too-large', params: { max } }
  if (decimals !== undefined && Number(value.toFixed(decimals)) !== value)
    return { code: 'forms.too-many-decimals', params: { decimals } }
  return undefined
}

function checkDate({ notInFuture }: DateField, value: unknown, today: string): Finding {
  if (typeof value !== 'string' || !isCalendarDate(value)) return { code: 'forms.not-a-date' }
  return notInFuture && value > today ? { code: 'forms.date-in-future', params: { today } } : undefined
}

/** «2026-02-30» has the shape of a date but is none. */
function isCalendarDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function checkCode({ scheme, edition }: CodeField, value: unknown, knowsCode: KnowsCode): Finding {
  const known = typeof value === 'string' && knowsCode(scheme, edition, value)
  if (known === undefined) return { code: 'forms.unknown-dictionary', params: { scheme, edition } }
  return known ? undefined : { code: 'forms.unknown-code', params: { scheme, edition, value: told(value) } }
}

/** What was sent, to be read in a sentence: an object may have no text of its own (`{"toString": null}`). */
const told = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60)

function checkChoice({ options, many }: ChoiceField, value: unknown): Finding {
  const chosen = many ? value : [value]
  if (!Array.isArray(chosen)) return { code: 'forms.not-a-list' }
  const stranger = chosen.find((one) => !options.some((option) => option.value === one))
  return stranger === undefined ? undefined : { code: 'forms.unknown-choice', params: { value: told(stranger) } }
}

function checkPhotos({ min, max }: PhotosField, value: unknown): Finding {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) return { code: 'forms.not-photos' }
  if (min !== undefined && value.length < min)
    return { code: 'forms.too-few-photos', params: { min, count: value.length } }
  if (max !== undefined && value.length > max)
    return { code: 'forms.too-many-photos', params: { max, count: value.length } }
  return undefined
}

/** 机构代码表: asked where it is chosen; what was chosen at an earlier step may have gone from the table since. */
export function checkListed(field: FormField, value: unknown, { isListed }: Surroundings): Finding {
  if (field.type !== 'organisation' || field.scheme === undefined) return undefined
  const { id, name } = value as Party
  return isListed?.(field.scheme, id) === false ? { code: 'forms.unlisted-organisation', params: { name } } : undefined
}

function checkParty({ type }: PartyField, value: unknown, { knowsParty }: Surroundings): Finding {
  const { id, name } = (value ?? {}) as Partial<Party>
  if (typeof id !== 'string' || typeof name !== 'string') return { code: `forms.not-${type}` }
  return knowsParty?.(type, id) === false ? { code: `forms.unknown-${type}`, params: { name } } : undefined
}
