import { Type } from '@sinclair/typebox'
import { seersOf } from '../../../kernel/cases/lists/seers.ts'
import { query } from '../../../kernel/http/action.ts'
import { readSeenCase } from '../case-facts.ts'
import { Id, Text } from '../schema.ts'

/** Who can be mentioned: people who may open the case, by part of their name: {rows}. */
export const commentPeople = query({
  name: 'casework.comment.people',
  input: Type.Object({ caseId: Id, text: Text }),
  handle: async (context, { caseId, text }) => {
    const row = await readSeenCase(context, caseId, 'casework.case.view')
    return { rows: await seersOf(context, row, text ? { text } : {}) }
  },
})
