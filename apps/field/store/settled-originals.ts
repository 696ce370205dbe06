import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptPhoto } from './field-database.ts'
import { dropFile } from './files/photo-files.ts'
import { asItLies } from './sealed-database.ts'
import { isFull } from './storage-room.ts'

/**
 * Originals the server has signed for and has taken for their task stay for a while: a server that is put back to an older backup gets them
 * again. What stands here is all that lets go of them. They are found by an index and beside the seal: nothing is opened, so it is done
 * also while the phone is locked, and for whoever else works on it.
 */
type Settled = Pick<KeptPhoto, 'bytes' | 'receipt' | 'settledAt'>
export const isSettled = ({ bytes, receipt, settledAt }: Settled): boolean =>
  bytes !== null && receipt !== null && settledAt !== undefined

/** All that may go, of whoever works on this phone; as it lies. */
export async function settledRows(): Promise<KeptPhoto[]> {
  return (await asItLies(await fieldDatabase()).getAllFromIndex('photos', 'settled')).filter(isSettled)
}

const LOCK = 'yutu-field-originals'
/**
 * While an original and its row are being written none is let go: of a file chosen once more the first original lies here already, and
 * would go under the second row.
 */
export const whileKeeping = <T>(keep: () => Promise<T>): Promise<T> =>
  navigator.locks.request(LOCK, { mode: 'shared' }, keep) as Promise<T>
export const whileFreeing = <T>(free: () => Promise<T>): Promise<T> => navigator.locks.request(LOCK, free) as Promise<T>

/** `until`: settled by then; `bytes`: no more than are needed; `keyId`: only what this key has sealed. */
type Wanted = { until?: number; bytes?: number; keyId?: string }
type Gone = { digest: string; size: number }

/** Lets go of originals that are settled, oldest first; small pictures stay. Gives how many bytes went. */
export const freeSettled = (wanted: Wanted): Promise<number> =>
  whileFreeing(async () => {
    // A phone that is quite full takes no row any more, however small; it still lets them go whole.
    const gone = await takeOff(wanted, false).catch((error: unknown) => {
      if (!isFull(error)) throw error
      return takeOff(wanted, true)
    })
    // The row first: a page killed in between leaves a file that mend.ts removes.
    for (const { digest } of gone) await dropFile(digest)
    if (gone.length > 0) tellChange()
    return gone.reduce((sum, { size }) => sum + size, 0)
  })

async function takeOff(wanted: Wanted, withRow: boolean): Promise<Gone[]> {
  const { until = Number.MAX_SAFE_INTEGER, bytes = Number.POSITIVE_INFINITY, keyId } = wanted
  const work = asItLies(await fieldDatabase()).transaction('photos', 'readwrite', { durability: 'strict' })
  // Whoever waits hears of it by what failed.
  work.done.catch(() => undefined)
  const gone: Gone[] = []
  let left = bytes
  const oldest = work.store.index('settled')
  for (let at = await oldest.openCursor(IDBKeyRange.upperBound(until)); at && left > 0; at = await at.continue()) {
    const { settledAt: _, ...row } = at.value
    if (!isSettled(at.value) || (keyId && keyId !== keyOf(row))) continue
    await (withRow ? at.delete() : at.update({ ...row, bytes: null }))
    gone.push(row)
    left -= row.size
  }
  await work.done
  return gone
}

/** Beside the seal of every row (sealed-rows.ts). */
export const keyOf = (row: object): string | undefined => (row as { keyId?: string }).keyId

/** What a full phone lets go of at once: some dozen photos. */
const STEP = 64 * 1024 * 1024

/** Does again what failed because the phone is full, for as long as there are originals that may go. */
export async function withRoom<T>(keep: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await keep()
    } catch (error) {
      if (!isFull(error) || (await freeSettled({ bytes: STEP })) === 0) throw error
    }
  }
}
