import { Type } from '@sinclair/typebox'
import { searchCases as findCases } from '../../../kernel/cases/lists/search-cases.ts'
import type { Box } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import { ringOf } from '../rules/drawn-ring.ts'
import { After, AreaCode, CaseStateName, Code, Day, Id, Lamp, Limit, Text } from '../schema.ts'
import { readScope } from '../scope.ts'

/**
 * Within the reader's rights: {items, next}. `box`: EPSG:4524, metres. `within`: what was drawn on the map, corners as
 * «107.1,32.9 107.2,32.9 …» in degrees. `field`: a searchable field and part of what it says, «QLR:张三».
 */
export const searchCases = query({
  name: 'casework.case.search',
  input: Type.Object({
    text: Text,
    number: Text,
    business: Code,
    step: Code,
    state: Type.Optional(CaseStateName),
    area: AreaCode,
    organisation: Type.Optional(Id),
    lamp: Type.Optional(Lamp),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    closedFrom: Type.Optional(Day),
    closedTo: Type.Optional(Day),
    box: Type.Optional(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
    within: Type.Optional(Type.String({ maxLength: 20_000 })),
    field: Type.Optional(Type.Array(Type.String({ pattern: '^[^:]{1,60}:', maxLength: 200 }), { maxItems: 20 })),
    limit: Limit,
    after: After,
  }),
  handle: (context, { box, within, field, ...search }) =>
    findCases(context, 'casework.case.search', {
      ...search,
      ...(box && { box: box as Box }),
      ...(within && { within: readScope({ type: 'Polygon', coordinates: [ringOf(within)] }) }),
      ...(field && { fields: field.map(said) }),
    }),
})

function said(field: string): { name: string; text: string } {
  const colon = field.indexOf(':')
  return { name: field.slice(0, colon), text: field.slice(colon + 1) }
}
