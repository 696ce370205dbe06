import 'fake-indexeddb/auto'

/** The page is killed: nothing it was about to write is written, and nothing of it goes on. */
export class Crash extends Error {}

type Store = { transaction: { abort(): void } }
type Write = (this: Store, ...words: unknown[]) => unknown

let untilCrash = Number.POSITIVE_INFINITY
let isFull = () => false

/** After so many more writes to the phone's database the page dies in the middle of a transaction. */
export const crashAfter = (writes: number): void => {
  untilCrash = writes
}
export const hasCrashed = (): boolean => untilCrash < 0
/** Whether a write finds the storage full: its transaction is undone, as browsers do. */
export const fullWhen = (test: () => boolean): void => {
  isFull = test
}

function faulty(write: Write): Write {
  return function (...words) {
    untilCrash -= 1
    if (untilCrash < 0) {
      this.transaction.abort()
      throw new Crash('the page was killed')
    }
    if (isFull()) {
      this.transaction.abort()
      throw new DOMException('no room', 'QuotaExceededError')
    }
    return write.apply(this, words)
  }
}

const prototype = IDBObjectStore.prototype as unknown as Record<'put' | 'add', Write>
prototype.put = faulty(prototype.put)
prototype.add = faulty(prototype.add)
