import { sql } from 'kysely'
import type { CoSign } from '../process/model.ts'
import { isUserTask } from './publish-process.ts'
import type { HeldCase } from './standing.ts'
import type { CaseWork } from './work.ts'

type Named = { id: string; name: string }

/** 会签 as it stands at one step: how many must agree, who has said what, who is still asked. */
export type CoSignProgress = {
  step: string
  /** votes for `pass` needed out of `of` */
  need: number
  of: number
  /** the outcome that is counted */
  pass: string
  votes: { signer: Named; outcome: string }[]
  waiting: Named[]
}

/** One for every token at a co-signed step. */
export async function coSignProgress(
  { trx }: Pick<CaseWork, 'trx'>,
  { row, process }: HeldCase,
): Promise<CoSignProgress[]> {
  const found = row.tokens.tokens.flatMap((token) => {
    const step = process.steps.find(({ id }) => id === token.step)
    return step && isUserTask(step) && step.coSign ? [{ token, coSign: step.coSign }] : []
  })
  if (found.length === 0) return []
  const people = found.flatMap(({ token: { votes = [], tasks = [] } }) => [
    ...votes.map(({ signer }) => signer),
    ...tasks.flatMap(({ signer }) => signer ?? []),
  ])
  const { rows } =
    await sql<Named>`select id, name from person where id = any(${[...new Set(people)]}::uuid[])`.execute(trx)
  const nameOf = (id: string) => ({ id, name: rows.find((one) => one.id === id)?.name ?? id })
  return found.map(({ token: { step, votes = [], tasks = [] }, coSign }) => {
    const waiting = tasks.flatMap(({ signer }) => (signer ? [nameOf(signer)] : []))
    const of = votes.length + waiting.length
    return {
      ...{ step, need: needed(coSign.need, of), of, pass: coSign.pass, waiting },
      votes: votes.map(({ signer, outcome }) => ({ signer: nameOf(signer), outcome })),
    }
  })
}

function needed(need: CoSign['need'], of: number): number {
  if (need === 'all') return of
  if (need === 'none') return 0
  // Fewer signers than asked for: all of them are enough, as in kernel/process.
  return Math.max(1, Math.min(of, typeof need === 'number' ? need : Math.ceil(need.ratio * of)))
}
