import { Type } from '@sinclair/typebox'

const Title = Type.Object({
  zh: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  en: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
})
const Count = Type.Integer({ minimum: 0, maximum: 50 })

const Kind = Type.Object({
  code: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,19}$' }),
  title: Title,
  min: Count,
  max: Type.Optional(Count),
  needAzimuth: Type.Optional(Type.Boolean()),
  maxDistance: Type.Optional(Type.Number({ minimum: 1, maximum: 2000 })),
  corners: Type.Optional(Count),
  interior: Type.Optional(Type.Boolean()),
})

/** EvidenceTemplate (template.ts) without its version, which the server gives. */
export const TemplateContent = Type.Object({
  business: Type.String({ minLength: 1, maxLength: 100 }),
  title: Title,
  form: Type.String({ minLength: 1, maxLength: 100 }),
  kinds: Type.Array(Kind, { minItems: 1, maxItems: 20 }),
  classRules: Type.Array(
    Type.Object({
      classes: Type.Array(Type.String({ pattern: '^[0-9A-Z]{1,5}$' }), { maxItems: 80 }),
      title: Title,
      kinds: Type.Array(Kind, { minItems: 1, maxItems: 20 }),
    }),
    { maxItems: 40 },
  ),
  coverage: Type.Object({ seen: Type.Number(), gap: Type.Number() }),
  needsClass: Type.Boolean(),
})
