/**
 * A form as typed data: stored with its version, sent to desk and phone as it is, and checked by the same pure
 * functions everywhere. Expressions are FEEL over the form's own field names; an empty field is null in them.
 */
export type FormDefinition = {
  /** «landuse.survey», the same name in process steps and drafts */
  key: string
  version: number
  title: Title
  fields: FormField[]
}

export type Title = { zh: string; en: string }

type Common = {
  name: string
  title: Title
  hint?: Title
  /** asked for at every step that may write the field */
  required?: boolean
  /** FEEL, a boolean: a hidden field is neither asked for nor kept */
  visibleWhen?: string
  /** FEEL: the value is worked out, never typed */
  computed?: string
}

export type TextField = Common & { type: 'text' | 'multiline'; maxLength?: number; pattern?: string }
/** `unit` is shown beside the number («m²», «亩»); `decimals` is the most that may be typed. */
export type NumberField = Common & { type: 'number'; unit?: string; decimals?: number; min?: number; max?: number }
/** «2026-11-22» */
export type DateField = Common & { type: 'date'; notInFuture?: boolean }
/** A code of a national or local table; the same digits mean different things in another scheme or edition. */
export type CodeField = Common & { type: 'code'; scheme: string; edition: string }
export type ChoiceField = Common & { type: 'choice'; options: { value: string; title: Title }[]; many?: boolean }
export type YesNoField = Common & { type: 'yesNo' }
/** Rows of simple fields; a column's expression sees its row before the form. */
export type TableField = Common & { type: 'table'; columns: SimpleField[]; minRows?: number; maxRows?: number }
/** Digests of files in the case's resource tree. */
export type PhotosField = Common & { type: 'photos'; min?: number; max?: number }

export type SimpleField = TextField | NumberField | DateField | CodeField | ChoiceField | YesNoField
export type FormField = SimpleField | TableField | PhotosField

/** What is filled in: field name → value; absent and null both mean empty. */
export type FormValues = Record<string, unknown>

/** One finding, placed at «rows[2].area»; `code` is translated with `params`. */
export type FormIssue = { code: string; field: string; params?: Record<string, string | number> }
