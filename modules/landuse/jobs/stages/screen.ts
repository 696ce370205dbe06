import { screeningTable } from '../../decisions/screening-table.ts'
import { screen } from '../../rules/screen.ts'
import { clueStage, updateClues } from './clues.ts'

/** 智能甄别. What a person has decided stays, beside what the table says. */
export const screenStage = clueStage('screen', 'ranged', async (work, clues) => {
  const table = await screeningTable()
  const values = clues.map((clue) => {
    const screening = screen(table, clue.facts!, clue.approvals)
    return {
      id: clue.id,
      conclusion: clue.adjusted_at === null ? screening.conclusion : clue.conclusion,
      automatic_conclusion: screening.conclusion,
      reason_code: screening.reasonCode,
      reason: screening.reason,
      decision: screening.decision,
    }
  })
  const columns = {
    conclusion: 'text',
    automatic_conclusion: 'text',
    reason_code: 'text',
    reason: 'jsonb',
    decision: 'jsonb',
  }
  await updateClues(work.trx, 'screened', columns, values)
})
