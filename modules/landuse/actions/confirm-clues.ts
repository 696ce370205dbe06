import { Type } from '@sinclair/typebox'
import { completeTask } from '../../../kernel/cases/complete-task.ts'
import { action } from '../../../kernel/http/action.ts'
import { cluesAtScreening } from '../intake/clues-at-screening.ts'
import { refuseConfirming } from '../rules/refuse-adjusting.ts'

const verb = 'landuse.clue.confirm'

/** Ends the manual screening of one clue or many: lawful ones are shared and archived, the others go to be surveyed. */
export const confirmClues = action({
  verb,
  input: Type.Object({
    clueIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200, uniqueItems: true }),
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  facts: (context, { clueIds }) => cluesAtScreening(context, verb, clueIds),
  scope: () => ({ business: 'landuse' }),
  refuse: (clues, { clueIds }) => refuseConfirming(clues, clueIds.length),
  async handle(context, { opinion }, clues) {
    for (const { taskId, conclusion } of clues) {
      await completeTask(context, taskId!, { outcome: 'confirm', facts: { conclusion }, opinion: opinion || undefined })
    }
    return { confirmed: clues.length }
  },
  audit: ({ opinion }, _, clues) => ({
    subject: clues.length === 1 ? `clue:${clues[0]!.id}` : `clues:${clues.length}`,
    after: { opinion, conclusions: clues.map(({ number, conclusion }) => ({ number, conclusion })) },
  }),
})
