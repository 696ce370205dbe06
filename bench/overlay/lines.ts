import { featureCount } from '../../kernel/geometry/flat/polygon-set.ts'
import { type Ratio, ratioOf } from '../ratio.ts'
import type { Time } from './best.ts'
import type { EndToEnd } from './end-to-end.ts'
import type { Growth } from './growth.ts'
import type { PeerTime } from './library-peers.ts'
import type { Ours } from './ours.ts'
import type { PostgisTimes } from './postgis.ts'
import type { Work } from './work.ts'

/** Times as fast as native PostGIS; of everybody else we want to be first. */
const NATIVE_AIMS = { area: 10, split: 3, table: 5 }
const FIRST = { area: 1, split: 1, table: 1 }

const sizeOf = ({ name, subjects, layer }: Work) => `${name}, ${featureCount(subjects)} × ${featureCount(layer)}`

export function postgisLines(work: Work, ours: Ours, peer: string, times: PostgisTimes, every: number): Ratio[] {
  const size = sizeOf(work)
  const aims = peer.startsWith('native') ? NATIVE_AIMS : FIRST
  const scaled = every > 1 ? `; asked about every ${every}th subject, scaled` : ''
  const part = every > 1 ? `; every ${every}th subject, not scaled` : ''
  const { area, split, table, first, held, version, differs } = times
  const line = (name: string, own: Time | null, their: Time, note: string, aim?: number) =>
    own ? [ratioOf({ work: `${name}, ${size}`, peer, ours_s: own.seconds, peer_s: their.seconds, ...(aim && { aim }), note: note + processorNote(own, their) })] : [] // biome-ignore format: one row
  const tableToTable = (name: string, own: EndToEnd) =>
    line(`from table to table, ${name}`, own, table, own.note + part, aims.table)
  return [
    ...line('area table', ours.area, area, `ST_Area(ST_Intersection) where ST_Intersects, ${version}${scaled}`, aims.area).map((each) => (differs ? { ...each, failed: differs } : each)), // biome-ignore format: one row
    ...line('area table with ellipsoidal areas', ours.both, area, 'the peer gives planar areas only'),
    ...line('split', ours.split, split, `ST_AsBinary(ST_Intersection)${scaled}; ours makes what nobody covers as well, ${ours.pieces} pieces`, aims.split), // biome-ignore format: one row
    ...tableToTable('layer held', held),
    ...tableToTable('first use', first),
  ]
}

/** Where others use the machine, this tells more than the clock. */
function processorNote(own: Time, their: Time): string {
  if (!Number.isFinite(their.processor)) return ''
  const [ours, theirs] = [own.processor, their.processor]
  return `; processor time ${ours.toPrecision(3)} and ${theirs.toPrecision(3)}, ${(theirs / ours).toPrecision(3)} ×`
}

/** Libraries make the pieces to get at their areas, so one time serves both. */
export function libraryLines(work: Work, ours: Ours, { peer, seconds, note, area }: PeerTime): Ratio[] {
  const apart = area === undefined ? undefined : Math.abs(area - ours.answer.area) / ours.answer.area
  const sum = apart === undefined ? '' : `; Σ ${apart.toExponential(0)} from ours`
  const [size, peer_s] = [sizeOf(work), seconds]
  return [
    ratioOf({
      work: `area table, ${size}`,
      peer,
      ours_s: ours.area.seconds,
      peer_s,
      aim: FIRST.area,
      note: note + sum,
    }),
    ratioOf({
      work: `split, ${size}`,
      peer,
      ours_s: ours.split.seconds,
      peer_s,
      aim: FIRST.split,
      note: 'see its area table',
    }),
  ]
}

/** A ratio of 1 / 1.3 or more is wanted. */
export function growthLine(small: Growth, large: Growth): Ratio {
  const each = ({ seconds, polygons }: Growth) => (seconds / polygons) * 1e6
  const ofPair = ({ seconds, pairs }: Growth) => ((seconds / pairs) * 1e6).toPrecision(3)
  const held = (large.held / large.raw).toFixed(2)
  const working = ((large.held + large.memory) / large.raw).toFixed(2)
  return ratioOf({
    work: `µs of processor a polygon, ${large.polygons} patches, ${large.subjects} subjects in ${large.seconds.toFixed(3)} s`,
    peer: `${small.polygons} patches`,
    ours_s: each(large),
    peer_s: each(small),
    aim: 1 / 1.3,
    note: `${ofPair(large)} µs a pair whose boxes meet, ${ofPair(small)} of the smaller; memory, × the raw coordinates: ${held} for set, index and boxes, ${working} while at work (aim ≤ 4)`,
  })
}
