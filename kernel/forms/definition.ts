import type { TextFormat } from './formats.ts'

/**
 * A form as typed data: stored with its version, sent to desk and phone as it is, and checked by the same pure
 * functions everywhere. Expressions are FEEL over the form's own field names; an empty field is null in them.
 */
export type FormDefinition = {
  /** «landuse.survey», the same name in process steps and drafts */
  key: string
  version: number
  title: Title
  /** Parts under a heading of their own, in this order; fields without one stand above them. */
  sections?: FormSection[]
  fields: FormField[]
  /** What has to hold between fields. */
  rules?: FormRule[]
}

export type Title = { zh: string; en: string }

/** A hidden section's fields are neither asked for nor kept. */
export type FormSection = { name: string; title: Title; visibleWhen?: string }

/** `holds`: FEEL that has to be true; the message is shown at `field`. */
export type FormRule = { name: string; holds: string; message: Title; field: string }

type Common = {
  name: string
  title: Title
  hint?: Title
  section?: string
  /** asked for at every step that may write the field */
  required?: boolean
  /** FEEL, a boolean: asked for while it is true */
  requiredWhen?: string
  /** FEEL, a boolean: a hidden field is neither asked for nor kept */
  visibleWhen?: string
  /** FEEL: the value is worked out, never typed */
  computed?: string
  /** filled in before anybody has touched the field; of a date also «today» */
  default?: unknown
  /** cases are found by it */
  searchable?: true
}

export type TextField = Common & {
  type: 'text' | 'multiline'
  maxLength?: number
  pattern?: string
  format?: TextFormat
}
/** `unit` is shown beside the number («m²», «亩»); `decimals` is the most that may be typed; `sum`: a column's total. */
export type NumberField = Common & {
  type: 'number'
  unit?: string
  decimals?: number
  min?: number
  max?: number
  sum?: true
}
/** «2026-11-22» */
export type DateField = Common & { type: 'date'; notInFuture?: boolean }
/** A code of a national or local table; the same digits mean different things in another scheme or edition. */
export type CodeField = Common & { type: 'code'; scheme: string; edition: string }
export type Choice = { value: string; title: Title }
export type ChoiceField = Common & { type: 'choice'; options: Choice[]; many?: boolean }
export type YesNoField = Common & { type: 'yesNo' }
/**
 * Somebody who works here, or an organisation of the bureau: `Party`. `scheme`: only the organisations of this code table, of the
 * edition published last; what is kept then names the entry by its `code`.
 */
export type PartyField = Common & ({ type: 'person' } | { type: 'organisation'; scheme?: string })
/** Rows of simple fields; a column's expression sees its row before the form. */
export type TableField = Common & { type: 'table'; columns: SimpleField[]; minRows?: number; maxRows?: number }
/** Digests of files in the case's resource tree. */
export type PhotosField = Common & { type: 'photos'; min?: number; max?: number }
/** Files that go into the case's resource tree: `Attachment[]`. `types` are name endings without the dot, lower case. */
export type AttachmentsField = Common & {
  type: 'attachments'
  kinds?: (Choice & { min?: number })[]
  min?: number
  max?: number
  maxBytes?: number
  types?: string[]
}
/** Drawn on the map: `Drawn`. `within`: has to lie in the case's scope. */
export type MapField = Common & {
  type: 'map'
  shape: 'point' | 'line' | 'polygon'
  min?: number
  max?: number
  within?: 'scope'
}
/** Drawn by hand: `Signature`. */
export type SignatureField = Common & { type: 'signature' }

export type SimpleField = TextField | NumberField | DateField | CodeField | ChoiceField | YesNoField | PartyField
export type FormField = SimpleField | TableField | PhotosField | AttachmentsField | MapField | SignatureField
export type FieldType = FormField['type']

export type Party = { id: string; name: string; code?: string }

/** `digest`: SM3 of the bytes; `size` in bytes. */
export type Attachment = { digest: string; name: string; size: number; kind?: string }

/** GeoJSON in longitude and latitude (CGCS2000) with its measures: ellipsoidal m², or metres on the plane. */
export type Drawn = { crs: 'EPSG:4490'; area?: number; length?: number } & (
  | { type: 'MultiPoint'; coordinates: [number, number][] }
  | { type: 'MultiLineString'; coordinates: [number, number][][] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }
)

/** `path`: SVG path data within width × height; `digest`: SM3 over the fields named in `covers` as they were signed. */
export type Signature = {
  path: string
  width: number
  height: number
  signer: Party
  at: string
  covers: string[]
  digest: string
}

/** What is filled in: field name → value; absent and null both mean empty. */
export type FormValues = Record<string, unknown>

/** One finding, placed at «rows[2].area»; `code` is translated with `params`. */
export type FormIssue = { code: string; field: string; params?: Record<string, string | number> }
