import { Type } from '@sinclair/typebox'

export const Id = Type.String({ format: 'uuid' })
/** As many as one request may name; a page sends more in several. */
export const Ids = Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })
export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })
/** A place in degrees. */
export const Place = Type.Tuple([
  Type.Number({ minimum: -180, maximum: 180 }),
  Type.Number({ minimum: -90, maximum: 90 }),
])
