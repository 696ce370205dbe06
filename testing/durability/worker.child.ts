// A worker that is killed by its parent. Told: how to open the database, after how many seconds another worker counts as
// dead, how many steps a run has, and at which of them it hangs.
import { sql } from 'kysely'
import { generateKeyPair } from '../../kernel/crypto/sm2.ts'
import { type DatabaseOptions, openDatabase } from '../../kernel/db/database.ts'
import { diskStore } from '../../kernel/files/file-store.ts'
import { type AnyJob, type JobRun, job } from '../../kernel/jobs/job.ts'
import { runNext } from '../../kernel/jobs/run-jobs.ts'

export type Told = {
  options: DatabaseOptions
  silence: number
  steps: number
  hangs?: { step: number; committed: boolean }
}

const { options, hangs, silence, steps }: Told = JSON.parse(process.argv[2]!)
const forEver = () => new Promise<never>(() => setInterval(() => {}, 1e6))

/** Says that the moment has come, and waits to be killed. */
async function hang(): Promise<never> {
  process.stdout.write('now\n')
  return forEver()
}

/** Every step writes one row that must not be written twice. */
const walk = job({
  name: 'walk',
  async run({ input, transaction, stopIfCancelled, progress }: JobRun<{ name: string }>) {
    const walked = await transaction(async (trx) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from area where parent = ${input.name}`.execute(
        trx,
      )
      return rows[0]!.n
    })
    for (let step = walked + 1; step <= steps; step++) {
      await stopIfCancelled()
      await transaction(async (trx) => {
        await sql`insert into area (code, name, level, parent) values (${`${input.name}.${step}`}, ${process.pid},
          'village', ${input.name})`.execute(trx)
        if (hangs?.step === step && !hangs.committed) await hang()
      })
      await progress(step, steps, 'walk')
      if (hangs?.step === step) await hang()
    }
  },
})

async function somethingIsLeft(): Promise<boolean> {
  const { rows } = await sql`select 1 from job_run where state in ('queued', 'running') limit 1`.execute(database.db)
  return rows.length > 0
}

const database = await openDatabase(options)
process.stdout.write('ready\n')
const surroundings = {
  database,
  files: diskStore('files'),
  signer: { keys: generateKeyPair(), keyId: 'test', userId: 'test' },
  auditKey: new Uint8Array(32),
  jobs: [walk] as AnyJob[],
}
while (await somethingIsLeft()) {
  // A run the killed one left is passed over until the server has noticed that its connection is gone.
  if (!(await runNext(surroundings, { silence }))) await new Promise((resolve) => setTimeout(resolve, 20))
}
process.stdout.write('done\n')
await database.close()
process.exit(0)
