import { plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { act } from '../../../testing/act.ts'
import { confirmClues } from '../actions/confirm-clues.ts'
import { sortCases } from './actions/sort-cases.ts'
import { openMonitoring, type Station } from './station.testing.ts'

/** For tests only: a case that stands at its survey. */
export async function sorted(here: Station, to: 'office' | 'field', range = plot(10, 10, 90, 60)) {
  const { trx, lin } = here
  const opened = await openMonitoring(here, range)
  await act(trx, lin, confirmClues, { clueIds: [opened.clueId] })
  await act(trx, lin, sortCases, { caseIds: [opened.caseId], to, reason: '影像清晰' })
  return opened
}
