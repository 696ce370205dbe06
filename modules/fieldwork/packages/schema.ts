import { type Static, Type } from '@sinclair/typebox'

/** What a package is made of: an administrative area by its code, a box «west,south,east,north» in degrees, or round the person's tasks. */
export const Choice = Type.Object({
  kind: Type.Union([Type.Literal('area'), Type.Literal('box'), Type.Literal('tasks')]),
  code: Type.Optional(Type.String({ pattern: '^[0-9]{2,19}$' })),
  box: Type.Optional(Type.String({ pattern: '^-?[0-9.]+(,-?[0-9.]+){3}$', maxLength: 100 })),
  /** how near the pictures are: none, 2 m or 1 m a pixel */
  imagery: Type.Union([Type.Literal('none'), Type.Literal('standard'), Type.Literal('fine')]),
})
export type Choice = Static<typeof Choice>
