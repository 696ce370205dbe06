import { Type } from '@sinclair/typebox'
import { upstreamFilings } from '../../../kernel/cases/upstream.ts'
import { query } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { Text } from '../schema.ts'

/** What other systems asked to be filed, found by their number or the title; `failed`: what waits for 补推. */
export const filings = query({
  name: 'casework.filing.list',
  input: Type.Object({
    state: Type.Optional(Type.Union([Type.Literal('failed'), Type.Literal('filed')])),
    text: Text,
  }),
  handle: async (context, wanted) => {
    const areas = areasFor(context.person, 'casework.filing.list')
    return { rows: await upstreamFilings(context, { ...wanted, areas }) }
  },
})
