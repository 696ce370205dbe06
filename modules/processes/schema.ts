import { type Static, Type } from '@sinclair/typebox'

export const Id = Type.String({ format: 'uuid' })
export const Kind = Type.Union([Type.Literal('process'), Type.Literal('decision')])
/** «approvals.landReview»: what cases and interfaces know it by. */
export const Key = Type.String({ pattern: '^[a-z][a-zA-Z0-9-]*(\\.[a-z][a-zA-Z0-9-]*)*$', maxLength: 60 })
export const Version = Type.Integer({ minimum: 1 })
export const Revision = Type.Integer({ minimum: 0 })
export const Content = Type.String({ minLength: 1, maxLength: 1_000_000 })
export const Title = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
export const Note = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' })

export type DesignKind = 'process' | 'decision'
export type DesignState = 'draft' | 'submitted' | 'published' | 'dropped'

/** From one version of a process to another; `mapping`: old step → the step that takes its place. */
export const Move = Type.Object({
  process: Key,
  from: Version,
  to: Version,
  mapping: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 100 }))),
})

/** What a design begins with. */
export const From = Type.Union([
  Type.Object({ nothing: Type.Object({ zh: Title, en: Title, business: Key }) }),
  /** `key`: of the version that is copied; the design's own key where it is to be its next version */
  Type.Object({ version: Type.Object({ key: Key, version: Version }) }),
  /** BPMN 2.0 or DMN 1.2–1.5 */
  Type.Object({ file: Type.Object({ content: Content, zh: Type.Optional(Title), business: Type.Optional(Key) }) }),
])
export type From = Static<typeof From>
