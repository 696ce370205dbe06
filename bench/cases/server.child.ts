// A server as `yutu start` runs it, on the installation its environment names, without pages. Says where it listens.
import { openWorld } from '../../apps/server/open-world.ts'
import { listenHere } from './server.ts'

const world = await openWorld()
const { origin, stop } = await listenHere(world)
console.log(`listening ${origin}`)
process.once('SIGTERM', async () => {
  await stop()
  await world.database.close()
  process.exit(0)
})
