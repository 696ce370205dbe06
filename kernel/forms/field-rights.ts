import type { FormField } from './definition.ts'

/**
 * What a process step lets people do with its form. Required fields of the definition count where they are writable;
 * `hidden` ones are neither shown nor changed. «section:land» names every field of that section.
 */
export type FormStep = { writable: 'all' | readonly string[]; required?: readonly string[]; hidden?: readonly string[] }

const names = (list: readonly string[], { name, section }: FormField): boolean =>
  list.includes(name) || (section !== undefined && list.includes(`section:${section}`))

export const isHidden = ({ hidden = [] }: FormStep, field: FormField): boolean => names(hidden, field)

export const mayWrite = (step: FormStep, field: FormField): boolean =>
  field.computed === undefined && !isHidden(step, field) && (step.writable === 'all' || names(step.writable, field))

export const isRequiredBy = ({ required = [] }: FormStep, field: FormField): boolean => names(required, field)
