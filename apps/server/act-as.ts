import { sql } from 'kysely'
import { inTransaction } from '../../kernel/db/database.ts'
import type { AnyAction } from '../../kernel/http/action.ts'
import { runAction } from '../../kernel/http/run-action.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { startJob } from '../../kernel/jobs/start-job.ts'
import type { World } from './open-world.ts'

/** Does an action from the command line as a person with this login: the same rights, refusals and audit as on the page. */
export function actAs<R>(
  { database, files, auditKey }: World,
  login: string,
  action: AnyAction,
  input: unknown,
  now = new Date(),
): Promise<R> {
  return inTransaction(database.db, async (trx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from person where login = ${login} and ended_at is null`.execute(trx)
    const person = rows[0] && (await loadPerson(trx, rows[0].id))
    if (!person) throw new Error(`没有登录名为 ${login} 的人员 · nobody signs in as ${login}`)
    const context = {
      trx,
      person,
      now,
      files,
      startJob: (job: Parameters<typeof startJob>[1]) => startJob(trx, job, person.id, now),
    }
    return (await runAction(action, context, input, auditKey)) as R
  })
}
