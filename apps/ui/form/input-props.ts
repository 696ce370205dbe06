import type { FormField } from '../../../kernel/forms/definition.ts'

/** What every control of a field is given; `describedBy` names its hint and its faults. */
export type InputProps<F extends FormField = FormField> = {
  id: string
  field: F
  value: unknown
  isWrong: boolean
  labelledBy?: string
  describedBy?: string
  onChange: (value: unknown) => void
}

/** For those who do not see the star and the red line. */
export const spoken = ({ field, isWrong, describedBy, labelledBy }: Omit<InputProps, 'value' | 'onChange' | 'id'>) => ({
  ...(field.required && { 'aria-required': true }),
  ...(isWrong && { 'aria-invalid': true }),
  ...(describedBy && { 'aria-describedby': describedBy }),
  ...(labelledBy && { 'aria-labelledby': labelledBy }),
})
