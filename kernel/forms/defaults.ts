import type { FormDefinition, FormValues } from './definition.ts'

/** Fills what nobody has touched yet: a field emptied on purpose is null and stays empty. `today`: «2026-11-22». */
export function withDefaults({ fields }: FormDefinition, values: FormValues, today: string): FormValues {
  const given = fields.flatMap(({ name, type, default: value }) =>
    value === undefined || name in values
      ? []
      : [[name, type === 'date' && value === 'today' ? today : value] as const],
  )
  return { ...Object.fromEntries(given), ...values }
}
