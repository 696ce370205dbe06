import { Type } from '@sinclair/typebox'
import { searchCases as findCases } from '../../../kernel/cases/search-cases.ts'
import type { Box } from '../../../kernel/geometry/types.ts'
import { query } from '../../../kernel/http/action.ts'
import { After, AreaCode, Code, Limit, Text } from '../schema.ts'

/** By text, number, area and place, within the reader's rights: {items, next}. `box`: EPSG:4524, metres. */
export const searchCases = query({
  name: 'casework.case.search',
  input: Type.Object({
    text: Text,
    number: Text,
    business: Code,
    state: Type.Optional(
      Type.Union([
        Type.Literal('running'),
        Type.Literal('suspended'),
        Type.Literal('ended'),
        Type.Literal('closedIrregularly'),
      ]),
    ),
    area: AreaCode,
    box: Type.Optional(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
    limit: Limit,
    after: After,
  }),
  handle: (context, { box, ...search }) =>
    findCases(context, 'casework.case.search', { ...search, ...(box && { box: box as Box }) }),
})
