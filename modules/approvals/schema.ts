import { Type } from '@sinclair/typebox'
import { APPLICANT_KINDS, ITEM_KINDS } from './rules/item.ts'
import { STAGES } from './rules/stages.ts'

export const Id = Type.String({ format: 'uuid' })
export const ItemCode = Type.String({ pattern: '^[A-Z][A-Z0-9-]{1,19}$' })
export const AreaCode = Type.String({ pattern: '^[0-9]{6,19}$' })
export const ProjectCode = Type.String({ pattern: '^[0-9]{18}$' })
/** GB 32100: checked by its own rule where it matters; here only the signs. */
export const CreditCode = Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
export const StageName = Type.Unsafe<(typeof STAGES)[number]>({ type: 'string', enum: [...STAGES] })
export const ApplicantKindName = Type.Unsafe<(typeof APPLICANT_KINDS)[number]>({
  type: 'string',
  enum: [...APPLICANT_KINDS],
})

const Words = Type.Object({ zh: Name, en: Type.String({ maxLength: 200 }) })
const Days = Type.Integer({ minimum: 1, maximum: 365 })

export const Definition = Type.Object({
  title: Words,
  kind: Type.Unsafe<(typeof ITEM_KINDS)[number]>({ type: 'string', enum: [...ITEM_KINDS] }),
  legalBasis: Type.Array(Name, { maxItems: 20 }),
  process: Type.String({ minLength: 1, maxLength: 100 }),
  materials: Type.Array(
    Type.Object({
      key: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }),
      title: Name,
      required: Type.Boolean(),
      form: Type.Unsafe<'original' | 'copy' | 'electronic'>({
        type: 'string',
        enum: ['original', 'copy', 'electronic'],
      }),
      note: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    { maxItems: 60 },
  ),
  promisedDays: Days,
  legalDays: Type.Union([Days, Type.Null()]),
  validity: Type.Optional(Type.String({ maxLength: 100 })),
  organisation: Type.String({ maxLength: 60 }),
  cosigners: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20, uniqueItems: true }),
  applicants: Type.Array(ApplicantKindName, { minItems: 1, uniqueItems: true }),
  stage: Type.Optional(StageName),
  requires: Type.Array(StageName, { maxItems: 5, uniqueItems: true }),
  needsScope: Type.Boolean(),
  rules: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20, uniqueItems: true })),
  result: Type.Optional(
    Type.Object({ title: Name, lines: Type.Array(Type.String({ maxLength: 1000 }), { minItems: 1, maxItems: 60 }) }),
  ),
  open: Type.Boolean(),
})
