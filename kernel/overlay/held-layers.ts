import type { Trx } from '../db/database.ts'
import type { LayerDefinition } from '../layers/definition.ts'
import { isSameState, isToldBySets, type LayerStamp, readStamp } from './layer-stamp.ts'
import { bytesOf, type Features } from './packed-features.ts'
import { catchUp, readLayer } from './read-layer.ts'

/** So much is held of the layers of a database in a process; a county of half a million patches takes 235 MB of it. */
const MOST_BYTES = 400e6
/** By index a feature costs as much as so many when a whole layer is read. */
const INDEX_COST = 3
/** Catching up copies what is held: as many features as are read in the time of one. */
const COPY_COST = 0.2

/** A layer in a state. `unsure`: the transaction that read it and may yet take it back. */
type Held = { stamp: LayerStamp; features: Features; bytes: number; unsure: string | null }
/** `read`: features read by index since holding the layer would have spared that. */
type Shelf = { read: number; isReading: boolean; isTooLarge: boolean; held?: Held }

/** By what all connections of a database have in common; goes with it. Layers asked about last stand last. */
const shelves = new WeakMap<object, Map<string, Shelf>>()

/**
 * The present features of a layer (or those at an instant), to the transaction's eyes: all of them from memory where they are held,
 * else what `readNear` reads by index. A layer is held once so much was read by index that reading all of it would have
 * cost no more, so never twice what was needed is read; after a change it is caught up with by the same measure.
 */
export async function presentFeatures(
  trx: Trx,
  layer: LayerDefinition,
  asOf: Date | undefined,
  readNear: () => Promise<Features>,
): Promise<Features> {
  const stamp = await readStamp(trx, layer)
  if (asOf && !isPresent(asOf, stamp)) return readNear()
  const shelf = shelfOf(trx, layer)
  if (!isHeldAt(shelf, stamp)) await hold(trx, layer, shelf, stamp)
  if (isHeldAt(shelf, stamp)) return shelf.held!.features
  const features = await readNear()
  shelf.read += features.ids.length
  return features
}

/** Rows written by hand may begin or end at any instant; change sets do at theirs. */
const isPresent = (asOf: Date, { changedAt, rewritten }: LayerStamp) =>
  rewritten === 0 && asOf.getTime() >= (changedAt?.getTime() ?? 0)

function shelfOf(trx: Trx, { name }: LayerDefinition): Shelf {
  const database = trx.getExecutor().adapter
  const all = shelves.get(database) ?? new Map<string, Shelf>()
  const shelf = all.get(name) ?? { read: 0, isReading: false, isTooLarge: false }
  all.delete(name)
  shelves.set(database, all.set(name, shelf))
  return shelf
}

/** Whether what is held is what the transaction sees. Seen by a second one, it is there for good. */
function isHeldAt({ held }: Shelf, stamp: LayerStamp): boolean {
  if (!held || !isSameState(held.stamp, stamp)) return false
  if (held.unsure !== stamp.writer) held.unsure = null
  return true
}

async function hold(trx: Trx, layer: LayerDefinition, shelf: Shelf, stamp: LayerStamp): Promise<void> {
  const { held, read, isReading, isTooLarge } = shelf
  const known = held?.unsure === null && isToldBySets(held.stamp, stamp) ? held : undefined
  if (isReading || isTooLarge || read * INDEX_COST < stamp.rows * (known ? COPY_COST : 1)) return
  // A snapshot older than what is held: whoever comes later wants the newer.
  if (held && held.stamp.revision > stamp.revision && held.unsure === null) return
  shelf.isReading = true
  try {
    const features = known
      ? await catchUp(trx, layer, known.features, known.stamp.changedAt ?? new Date(0))
      : await readLayer(trx, layer, MOST_BYTES)
    if (!features || bytesOf(features) > MOST_BYTES) shelf.isTooLarge = true
    // Statements of one transaction may see different states; the same before and after is the same between.
    else if (isSameState(stamp, await readStamp(trx, layer))) keep(trx, shelf, { features, stamp })
  } finally {
    shelf.isReading = false
  }
}

/** Puts it on the shelf; what was asked about least recently makes room. */
function keep(trx: Trx, shelf: Shelf, { features, stamp }: { features: Features; stamp: LayerStamp }): void {
  shelf.read = 0
  shelf.held = { stamp, features, bytes: bytesOf(features), unsure: stamp.writer }
  const all = [...shelves.get(trx.getExecutor().adapter)!.values()]
  let total = all.reduce((sum, { held }) => sum + (held?.bytes ?? 0), 0)
  for (const each of all) {
    if (total <= MOST_BYTES) return
    total -= each.held?.bytes ?? 0
    each.held = undefined
  }
}
