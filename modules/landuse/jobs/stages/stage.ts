import type { Trx } from '../../../../kernel/db/database.ts'
import type { Person } from '../../../../kernel/identity/can.ts'
import type { Batch } from '../../intake/batches.ts'

export const stageNames = ['read', 'repair', 'overlay', 'link', 'range', 'screen', 'open'] as const
export type StageName = (typeof stageNames)[number]

export type StageWork = { trx: Trx; batch: Batch; person: Person; now: Date }

/**
 * One step of processing a batch. Each call takes the next clues that wait for it (100 at most), does all of its work on
 * them in the transaction and moves them on, so that a run that was killed goes on where the last commit left it.
 */
export type Stage = {
  name: StageName
  /** how many wait */
  waiting(work: StageWork): Promise<number>
  /** Works on the next few and returns how many; 0 when none wait. */
  next(work: StageWork): Promise<number>
}

export const AT_ONCE = 100
