import { Type } from '@sinclair/typebox'

export const Id = Type.String({ format: 'uuid' })
export const Ids = Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true })
/** The revision of the task the person saw. */
export const Revision = Type.Optional(Type.Integer({ minimum: 0 }))
export const Reason = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })
export const Text = Type.Optional(Type.String({ maxLength: 100 }))
export const Code = Type.Optional(Type.String({ maxLength: 60 }))
export const AreaCode = Type.Optional(Type.String({ pattern: '^[0-9]{0,19}$' }))
export const Day = Type.String({ format: 'date' })
export const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
/** The `next` of the page before. */
export const After = Type.Optional(Type.String({ maxLength: 100 }))

/** Procedures the limit does not count (行政许可法 45). What the applicant owes is 补正: casework.case.askCorrection. */
export const PauseKind = Type.Union(
  (['suspension', 'publicNotice', 'expertReview', 'hearing'] as const).map((kind) => Type.Literal(kind)),
)

/** Where a task is returned to. */
export const ReturnTarget = Type.Union([
  Type.Literal('previous'),
  Type.Literal('starter'),
  Type.Object({ step: Type.String({ maxLength: 100 }) }),
])
export const ReturnScope = Type.Optional(Type.Union([Type.Literal('branch'), Type.Literal('all')]))

/** From the parent to the child, from the main contract to the supplementary one, or merely related. */
export const LinkKind = Type.Union([Type.Literal('child'), Type.Literal('supplement'), Type.Literal('related')])

export const WorklistBox = Type.Union(
  (['todo', 'doing', 'done', 'circulated', 'suspended', 'supervised', 'extensions'] as const).map((box) =>
    Type.Literal(box),
  ),
)
export const Lamp = Type.Union((['red', 'yellow', 'green', 'grey'] as const).map((lamp) => Type.Literal(lamp)))

/** What worklists and the supervision page are filtered by; `from` and `to` are days of arrival. */
export const listFilter = {
  business: Code,
  step: Code,
  area: AreaCode,
  organisation: Type.Optional(Id),
  lamp: Type.Optional(Lamp),
  text: Text,
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}

export const CaseStateName = Type.Union(
  (['running', 'suspended', 'ended', 'closedIrregularly'] as const).map((state) => Type.Literal(state)),
)

export const ViewPage = Type.Union((['worklist', 'cases', 'supervision'] as const).map((page) => Type.Literal(page)))
export const ViewName = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' })
