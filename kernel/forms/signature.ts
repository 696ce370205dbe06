import { canonicalJson } from '../crypto/canonical-json.ts'
import { sm3 } from '../crypto/sm3.ts'
import { isEmpty } from './compute.ts'
import type { FormDefinition, FormIssue, FormValues, Party, Signature } from './definition.ts'

/** What a signature over this form stands for: what is filled in now, except other signatures and what is worked out. */
export const coveredBy = ({ fields }: FormDefinition, values: FormValues): string[] =>
  fields
    .filter(({ name, type, computed }) => type !== 'signature' && computed === undefined && !isEmpty(values[name]))
    .map(({ name }) => name)

export function signedDigest({ key, version }: FormDefinition, values: FormValues, covers: string[]): string {
  const signed = Object.fromEntries(covers.map((name) => [name, values[name] ?? null]))
  return sm3(canonicalJson({ key, version, signed }))
}

/** What was drawn: SVG path data in a box. */
export type Stroke = { path: string; width: number; height: number }

/** The stroke becomes a signature of what is filled in. `at`: an instant. */
export function sign(
  definition: FormDefinition,
  values: FormValues,
  stroke: Stroke,
  signer: Party,
  at: Date,
): Signature {
  const covers = coveredBy(definition, values)
  return { ...stroke, signer, at: at.toISOString(), covers, digest: signedDigest(definition, values, covers) }
}

/** Most letters of a path: a signature of some 40 strokes. */
const LONGEST = 20_000

/** A signature that is none, or whose form was changed after it was signed. */
export function checkSignature(
  definition: FormDefinition,
  values: FormValues,
  value: unknown,
): Omit<FormIssue, 'field'> | undefined {
  if (!isSignature(value)) return { code: 'forms.not-signed' }
  const isWhole = signedDigest(definition, values, value.covers) === value.digest
  return isWhole ? undefined : { code: 'forms.signature-stale', params: { name: value.signer.name } }
}

/** Only moves and lines: nothing that a page would run. */
export function isStroke(value: unknown): value is Stroke {
  const { path, width, height } = (value ?? {}) as Partial<Stroke>
  return (
    typeof path === 'string' &&
    path.length > 0 &&
    path.length <= LONGEST &&
    /^[Ml\d .-]+$/.test(path) &&
    typeof width === 'number' &&
    typeof height === 'number'
  )
}

export function isSignature(value: unknown): value is Signature {
  const { signer, at, covers, digest } = (value ?? {}) as Partial<Signature>
  return (
    isStroke(value) &&
    typeof signer?.id === 'string' &&
    typeof signer.name === 'string' &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    Array.isArray(covers) &&
    covers.every((name) => typeof name === 'string') &&
    typeof digest === 'string'
  )
}
