import { Type } from '@sinclair/typebox'
import { areaOfFiling, fileAgain as file, type Received } from '../../../kernel/cases/upstream.ts'
import { action } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { forbidden, Refusal } from '../../../kernel/problems/problem.ts'
import { Ids } from '../schema.ts'

/** 补推: files again what upstream could not file. Each by itself; what still cannot be filed says why. */
export const fileAgain = action({
  verb: 'casework.filing.again',
  input: Type.Object({ ids: Ids }),
  handle: async (context, { ids }) => {
    const tried: Received[] = []
    for (const id of ids.toSorted()) {
      const area = await areaOfFiling(context, id)
      const verb = 'casework.filing.again'
      if (!can(context.person, verb, { area })) throw new Refusal(forbidden('kernel.no-right', { verb, area }))
      tried.push(await file(context, id))
    }
    return {
      done: tried.filter(({ caseId }) => caseId !== null),
      refused: tried.filter(({ problem }) => problem !== null),
    }
  },
  audit: ({ ids }, { done, refused }) => ({
    subject: `filings:${ids.length}`,
    after: {
      done: done.map(({ id, number }) => ({ id, number })),
      refused: refused.map(({ id, problem }) => ({ id, code: problem?.code })),
    },
  }),
})
