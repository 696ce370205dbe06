// node dbos.peer.ts <at once> <seconds> <url>: steps checkpointed in that time, a second, in a database that it makes.
import { loadPeer } from '../peers/install.ts'

type Dbos = {
  setConfig(config: object): void
  launch(): Promise<void>
  shutdown(): Promise<void>
  runStep<T>(step: () => Promise<T>, options: { name: string }): Promise<T>
  registerWorkflow<A extends unknown[]>(
    work: (...given: A) => Promise<void>,
    options: { name: string },
  ): (...given: A) => Promise<void>
}
const { DBOS } = loadPeer<{ DBOS: Dbos }>('@dbos-inc/dbos-sdk')

const [users = 50, seconds = 3] = process.argv.slice(2, 4).map(Number)
const STEPS = 10
const url = process.argv[4]
let done = 0

const approval = DBOS.registerWorkflow(
  async () => {
    for (let n = 0; n < STEPS; n++) {
      await DBOS.runStep(async () => ({ outcome: 'agree', opinion: '同意' }), { name: `step ${n}` })
      done++
    }
  },
  { name: 'approval' },
)

DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, logLevel: 'error', runAdminServer: false })
await DBOS.launch()
const begun = performance.now()
const work = async () => {
  while (performance.now() - begun < 1000 * seconds) await approval()
}
await Promise.all(Array.from({ length: users }, work))
console.log(Math.round(done / ((performance.now() - begun) / 1000)))
process.exit(0)
