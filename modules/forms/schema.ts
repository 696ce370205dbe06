import { type TObject, type TProperties, Type } from '@sinclair/typebox'
import { textFormats } from '../../kernel/forms/formats.ts'

export const FormKey = Type.String({ pattern: '^[a-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*$', maxLength: 60 })
export const Scheme = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9._-]*$', maxLength: 40 })
export const Edition = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', maxLength: 20 })
export const Revision = Type.Integer({ minimum: 0 })
export const Day = Type.String({ format: 'date' })

const Words = Type.Object(
  { zh: Type.String({ maxLength: 200 }), en: Type.String({ maxLength: 300 }) },
  { additionalProperties: false },
)
const Feel = Type.String({ maxLength: 2000 })
const Name = Type.String({ maxLength: 60 })
const Count = Type.Integer({ minimum: 0, maximum: 10_000 })
const Choice = { value: Type.String({ maxLength: 60 }), title: Words }
const closed = <P extends TProperties>(properties: P): TObject<P> =>
  Type.Object(properties, { additionalProperties: false })
const some = Type.Optional

const common = {
  name: Name,
  title: Words,
  hint: some(Words),
  section: some(Name),
  required: some(Type.Boolean()),
  requiredWhen: some(Feel),
  visibleWhen: some(Feel),
  computed: some(Feel),
  default: some(Type.Unknown()),
  searchable: some(Type.Literal(true)),
}

const simple = [
  closed({
    ...common,
    type: Type.Union([Type.Literal('text'), Type.Literal('multiline')]),
    maxLength: some(Type.Integer({ minimum: 1, maximum: 20_000 })),
    pattern: some(Type.String({ maxLength: 300 })),
    format: some(Type.Union(textFormats.map((format) => Type.Literal(format)))),
  }),
  closed({
    ...common,
    type: Type.Literal('number'),
    unit: some(Type.String({ maxLength: 20 })),
    decimals: some(Type.Integer({ minimum: 0, maximum: 8 })),
    min: some(Type.Number()),
    max: some(Type.Number()),
    sum: some(Type.Literal(true)),
  }),
  closed({ ...common, type: Type.Literal('date'), notInFuture: some(Type.Boolean()) }),
  closed({
    ...common,
    type: Type.Literal('code'),
    scheme: Type.String({ maxLength: 40 }),
    edition: Type.String({ maxLength: 20 }),
  }),
  closed({
    ...common,
    type: Type.Literal('choice'),
    options: Type.Array(closed(Choice), { maxItems: 200 }),
    many: some(Type.Boolean()),
  }),
  closed({
    ...common,
    type: Type.Union([Type.Literal('yesNo'), Type.Literal('person')]),
  }),
  closed({ ...common, type: Type.Literal('organisation'), scheme: some(Type.String({ maxLength: 40 })) }),
]

const composed = [
  closed({
    ...common,
    type: Type.Literal('table'),
    columns: Type.Array(Type.Union(simple), { maxItems: 40 }),
    minRows: some(Count),
    maxRows: some(Count),
  }),
  closed({ ...common, type: Type.Literal('photos'), min: some(Count), max: some(Count) }),
  closed({
    ...common,
    type: Type.Literal('attachments'),
    kinds: some(Type.Array(closed({ ...Choice, min: some(Count) }), { maxItems: 60 })),
    min: some(Count),
    max: some(Count),
    maxBytes: some(Type.Integer({ minimum: 1 })),
    types: some(Type.Array(Type.String({ pattern: '^[a-z0-9]{1,10}$' }), { maxItems: 40 })),
  }),
  closed({
    ...common,
    type: Type.Literal('map'),
    shape: Type.Union([Type.Literal('point'), Type.Literal('line'), Type.Literal('polygon')]),
    min: some(Count),
    max: some(Count),
    within: some(Type.Literal('scope')),
  }),
  closed({ ...common, type: Type.Literal('signature') }),
]

/** kernel/forms/definition.ts as a schema: what comes from a file or a browser has this shape before it is looked into. */
export const Definition = closed({
  key: FormKey,
  version: Type.Integer({ minimum: 0 }),
  title: Words,
  sections: some(Type.Array(closed({ name: Name, title: Words, visibleWhen: some(Feel) }), { maxItems: 60 })),
  fields: Type.Array(Type.Union([...simple, ...composed]), { maxItems: 300 }),
  rules: some(Type.Array(closed({ name: Name, holds: Feel, message: Words, field: Name }), { maxItems: 100 })),
})

export const Item = closed({
  code: Type.String({ minLength: 1, maxLength: 60, pattern: '^\\S(.*\\S)?$' }),
  title: Words,
  parent: some(Type.String({ maxLength: 60 })),
  usable: some(Type.Literal(false)),
  validFrom: some(Day),
  validUntil: some(Day),
  organisation: some(closed({ id: Type.String({ format: 'uuid' }), name: Type.String({ maxLength: 200 }) })),
})
