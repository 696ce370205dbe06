import type { FormDefinition, FormValues } from '../../../../kernel/forms/definition.ts'
import { type FormStep, mayWrite } from '../../../../kernel/forms/field-rights.ts'

/** Photos are taken, not typed: a field of photos that the step may write holds the digests of all there are. Pure. */
export function withPhotos(
  { fields }: Pick<FormDefinition, 'fields'>,
  step: FormStep,
  values: FormValues,
  digests: readonly string[],
): FormValues {
  const own = fields.filter((field) => field.type === 'photos' && mayWrite(step, field))
  return { ...values, ...Object.fromEntries(own.map(({ name }) => [name, digests])) }
}
