import 'fake-indexeddb/auto'
import { wrap } from 'idb'

/** The page is killed: nothing it was about to write is written, and nothing of it goes on. */
export class Crash extends Error {}

type Store = { transaction: IDBTransaction }
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

/** Whoever wrote hears of it by what is thrown here; nobody else waits for the end of the transaction. */
function undo(transaction: IDBTransaction): void {
  wrap(transaction).done.catch(() => undefined)
  transaction.abort()
}

function faulty(write: Write): Write {
  return function (...words) {
    untilCrash -= 1
    if (untilCrash < 0) {
      undo(this.transaction)
      throw new Crash('the page was killed')
    }
    if (isFull()) {
      undo(this.transaction)
      throw new DOMException('no room', 'QuotaExceededError')
    }
    return write.apply(this, words)
  }
}

const prototype = IDBObjectStore.prototype as unknown as Record<'put' | 'add', Write>
prototype.put = faulty(prototype.put)
prototype.add = faulty(prototype.add)
