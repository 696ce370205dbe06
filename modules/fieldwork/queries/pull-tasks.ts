import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { query } from '../../../kernel/http/action.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { feedOfTasks } from '../dispatch/feed/feed-of-tasks.ts'
import type { Answer } from '../schema.ts'
import { readDevice, strangerProblem } from '../sync/devices.ts'

/**
 * What is new for a phone since its cursor: tasks, tasks that are not on its list any more (`gone`), and answers to its acts that were
 * given or changed after it had one. `last`: where its chain ends here; a phone that was answered for more sends that anew. `isWhole`: a round of everything begins with this page. `more`: ask again at once.
 */
export const pullTasks = query({
  name: 'fieldwork.task.pull',
  input: Type.Object({
    deviceId: Type.String({ minLength: 8, maxLength: 100 }),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  async handle({ trx, person, now }, { deviceId, cursor = '' }) {
    const device = await readDevice(trx, deviceId)
    const problem = strangerProblem(device, person.id)
    if (problem) throw new Refusal(problem)
    const [ofTasks, ofAnswers = '0'] = cursor.split('|')
    const { answers, reached } = await answersSince(trx, deviceId, transactionIn(ofAnswers))
    const feed = await feedOfTasks({ trx, person, now }, ofTasks || undefined)
    const last = device?.lastSequence ?? 0
    return { ...feed, cursor: `${feed.cursor}|${reached}`, answers, last, ...(device?.revokedAt && { erase: true as const }) } // biome-ignore format: one row
  },
})

/** What is none was not made here: everything is told anew. */
const transactionIn = (text: string): number => (Number.isSafeInteger(Number(text)) ? Number(text) : 0)

/** The oldest transaction still open is where the next question begins: what commits late comes then, some come twice. */
async function answersSince(trx: Trx, device: string, since: number): Promise<{ answers: Answer[]; reached: string }> {
  const { rows } = await sql<{ answer: Answer }>`select answer from field_operation
    where device = ${device} and answered >= ${since} order by answered, sequence`.execute(trx)
  const oldest = await sql<{ xid: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(trx)
  return { answers: rows.map(({ answer }) => answer), reached: oldest.rows[0]!.xid }
}
