import type { Trx } from '../../db/database.ts'
import type { Box } from '../../geometry/types.ts'
import { insertIssues } from '../insert-issues.ts'
import { joinsBlocks } from './among-neighbours.ts'
import { joinBatches } from './join-batches.ts'
import type { Joined } from './join-places.ts'
import type { JudgeThread } from './judge-thread.ts'
import { type LayerRunRow, placeOf } from './layer-runs.ts'
import { filledAmong, readBorder, readByIds, readLeft, readNear } from './read-join.ts'

/** Features looked at together, and read at once; boxes asked for at once. */
const FEATURES = 4_000
const PLACES = 4_000

export type JoinSteps = {
  thread: JudgeThread
  transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>
  /** Called between transactions: how much of the work is done; throws to stop. */
  step(done: number, total: number): Promise<void>
}

/**
 * Overlaps and gaps, when all blocks are judged. Written batch by batch; a run that was killed in between finds the same
 * again, and no run keeps an issue twice.
 */
export async function joinRun(run: LayerRunRow, { thread, transaction, step }: JoinSteps): Promise<void> {
  const place = placeOf(run)
  if (!joinsBlocks(place.layer, run.rules)) return
  const left = await transaction((trx) => readLeft(trx, run.id))
  const border = await transaction((trx) => readBorder(trx, place))
  const places = await thread.places({ left, border })
  const near: number[][] = []
  for (const some of inParts(places, PLACES)) {
    await step(near.length, 2 * places.length)
    near.push(...(await transaction((trx) => readNear(trx, place, some))))
  }
  let done = 0
  for (const batch of joinBatches(near, FEATURES)) {
    await step(places.length + done, 2 * places.length)
    const rows = []
    for (const ids of inParts(batch.features, FEATURES))
      rows.push(...(await transaction((trx) => readByIds(trx, place, ids))))
    const joined = await thread.join({ places: batch.places, rows, rules: run.rules })
    await transaction((trx) => keepJoined(trx, run, joined, batch.features))
    done += batch.places.length
  }
}

async function keepJoined(trx: Trx, run: LayerRunRow, joined: Joined[], known: number[]): Promise<void> {
  const gaps = joined.filter(({ outline }) => outline)
  const filled = await filledAmong(
    trx,
    placeOf(run),
    gaps.map(({ outline }) => outline!),
    known,
  )
  const none = new Set(gaps.filter((_, k) => filled.has(k)))
  const issues = joined.filter((each) => !none.has(each)).map(({ issue }) => issue)
  await insertIssues(trx, run.id, issues)
}

function* inParts<T extends number | Box[]>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size)
}
