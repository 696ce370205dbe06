import { prepareLayer } from '../../kernel/geometry/areas/prepared-layer.ts'
import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { SetBuilder } from '../../kernel/geometry/flat/set-builder.ts'
import { AreaThreads } from '../../kernel/overlay/threads/area-threads.ts'
import { secondsOf } from '../measure.ts'
import { type Ratio, ratioOf } from '../ratio.ts'
import type { Work } from './work.ts'

const AIM = 1.8
/** The area table on two threads against the same on one: others disturb them, so the best of what there is time for, in seconds. */
export async function threadsLine({ name, subjects, layer }: Work, time: number): Promise<Ratio> {
  const own = shared(subjects)
  const prepared = prepareLayer(shared(layer), 'shared')
  const [one, two] = [new AreaThreads(1), new AreaThreads(2)]
  let [oneBest, twoBest] = [Infinity, Infinity]
  for (const begun = performance.now(); performance.now() - begun < time * 1000; ) {
    oneBest = Math.min(oneBest, await secondsOf(() => one.tabulate(own, prepared)))
    twoBest = Math.min(twoBest, await secondsOf(() => two.tabulate(own, prepared)))
  }
  await Promise.all([one.close(), two.close()])
  const work = `area table on two threads, ${name}`
  return ratioOf({
    work,
    peer: 'one thread',
    ours_s: twoBest,
    peer_s: oneBest,
    aim: AIM,
    note: 'where two cores are free',
  })
}

function shared(set: PolygonSet): PolygonSet {
  const builder = new SetBuilder('shared', set.coordinates.length / 2)
  for (let f = 0; f < featureCount(set); f++) builder.addFrom(set, f)
  return builder.finish()
}
