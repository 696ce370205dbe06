import type { FastifyInstance } from 'fastify'
import { rightFault } from '../../../kernel/identity/right-fault.ts'
import { notFound, Refusal, refuseIf } from '../../../kernel/problems/problem.ts'
import { picturesFrom } from '../../../modules/fieldwork/packages/imagery.ts'
import { changedLand } from '../../../tools/demo/changed-land.ts'
import { generateClues } from '../../../tools/demo/clues.ts'
import { generateCounty } from '../../../tools/demo/county.ts'
import type { CountySize } from '../../../tools/demo/sizes.ts'
import type { World } from '../open-world.ts'
import { type Moment, offlineImagery } from './offline-imagery.ts'

type Place = { moment: Moment; z: string; x: string; y: string }

/**
 * Imagery of two dates at /api/onemap/imagery/{before|after}/{z}/{x}/{y}.png. YUTU_IMAGERY_BEFORE and YUTU_IMAGERY_AFTER name any
 * WMTS or tile service as an address with {z} {x} {y}; it is fetched by the server, so that its key stays here and the
 * pages keep to their own origin. Without them the offline sample is painted.
 */
export function imageryRoutes(server: FastifyInstance, world: World, size: CountySize): void {
  const changes = once(() => changedLand(generateClues(generateCounty(size))))
  const paint = remembering(offlineImagery(world.database, changes))
  const read = async (moment: Moment, z: number, x: number, y: number) => {
    const service = process.env[`YUTU_IMAGERY_${moment.toUpperCase()}`]
    return service ? relay(moment, service, [z, x, y]) : { mediaType: 'image/png', bytes: await paint(moment, z, x, y) }
  }
  picturesFrom(read)
  server.get<{ Params: Place }>('/api/onemap/imagery/:moment/:z/:x/:y.png', async ({ params, person }, reply) => {
    if (!person) throw new Refusal({ code: 'session.missing', status: 401 })
    refuseIf(rightFault(person, 'onemap.imagery'))
    const { moment } = params
    const [z, x, y] = [params.z, params.x, params.y].map(Number) as [number, number, number]
    const known = moment === 'before' || moment === 'after'
    if (!known || ![z, x, y].every((value) => Number.isInteger(value) && value >= 0) || z > 22)
      throw new Refusal(notFound('kernel.no-such-address'))
    reply.header('cache-control', 'private, max-age=3600')
    const { mediaType, bytes } = await read(moment, z, x, y)
    return reply.type(mediaType).send(bytes)
  })
}

async function relay(
  moment: Moment,
  service: string,
  [z, x, y]: [number, number, number],
): Promise<{ mediaType: string; bytes: Buffer }> {
  const address = service.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))
  const answer = await fetch(address, { signal: AbortSignal.timeout(15_000), redirect: 'error' }).catch(() => undefined)
  const type = answer?.headers.get('content-type') ?? ''
  // Only pictures pass: anything else would be served as if it were ours. The address holds the key, so it is not named.
  if (!answer?.ok || !/^image\/(png|jpeg|webp)/.test(type))
    throw new Refusal({ code: 'onemap.imagery.unreachable', status: 502, params: { moment } })
  return { mediaType: type, bytes: Buffer.from(await answer.arrayBuffer()) }
}

type Paint = (moment: Moment, z: number, x: number, y: number) => Promise<Buffer>
/** About 100 KB each. */
const MOST_REMEMBERED = 300

/** Painting takes a tenth of a second; people look at the same places. */
function remembering(paint: Paint): Paint {
  const painted = new Map<string, Promise<Buffer>>()
  return (moment, z, x, y) => {
    const name = `${moment}/${z}/${x}/${y}`
    const tile = painted.get(name) ?? paint(moment, z, x, y)
    painted.delete(name)
    painted.set(name, tile)
    tile.catch(() => painted.delete(name))
    if (painted.size > MOST_REMEMBERED) painted.delete(painted.keys().next().value!)
    return tile
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
