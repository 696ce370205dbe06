import type { DBSchema, IDBPDatabase } from 'idb'
import { keyFor, opened, type StoreForm, sealed } from './sealed-rows.ts'

type Row = Record<string, unknown>
type Method = (...words: unknown[]) => unknown

/**
 * A database whose rows are sealed on their way in and opened on their way out, also inside a transaction: the cipher does
 * not wait, so the transaction stays open. Cursors are not offered.
 */
export function sealedDatabase<S extends DBSchema>(
  database: IDBPDatabase<S>,
  formOf: (store: string) => StoreForm,
): IDBPDatabase<S> {
  const named = (read: Method): Method => {
    return (name, ...more) => afterwards(read(name, ...more), (found) => openedAll(formOf(String(name)), found))
  }
  const sealing = over(database, {
    ...both(['getAll', 'getFromIndex', 'getAllFromIndex'], named),
    get: (read) => (name, id) => found(formOf(String(name)), id, (key) => read(name, key)),
    delete: (drop) => (name, id) => dropped(formOf(String(name)), id, (key) => drop(name, key)),
    ...both(['put', 'add'], (write) => (name, row, ...more) => {
      return write(name, sealed(formOf(String(name)), row as Row), ...more)
    }),
    transaction:
      (begin) =>
      (...words) =>
        sealedTransaction(begin(...words) as object, formOf),
  })
  beneath.set(sealing, database)
  return sealing
}

const beneath = new WeakMap<object, unknown>()

/** The same database with its rows as they lie: for what stands beside the seal, of many rows at once. */
export const asItLies = <S extends DBSchema>(database: IDBPDatabase<S>): IDBPDatabase<S> =>
  beneath.get(database) as IDBPDatabase<S>

function sealedTransaction(work: object, formOf: (store: string) => StoreForm): object {
  // What undoes it is told by the act that failed; who waits for its end still hears of it there.
  ;(work as { done: Promise<void> }).done.catch(() => undefined)
  const store = (found: unknown) => found && sealedStore(found as { name: string }, formOf)
  return over(work, { objectStore: (find) => (name) => store(find(name)) }, { store })
}

function sealedStore(store: { name: string }, formOf: (store: string) => StoreForm): object {
  const form = formOf(store.name)
  const reading = both(['get', 'getAll'], (read) => (...words) => {
    return afterwards(read(...words), (rows) => openedAll(form, rows))
  })
  return over(store, {
    ...reading,
    get: (read) => (id) => found(form, id, read),
    delete: (drop) => (id) => dropped(form, id, drop),
    ...both(
      ['put', 'add'],
      (write) =>
        (row, ...more) =>
          write(sealed(form, row as Row), ...more),
    ),
    index: (find) => (name) => over(find(name) as object, reading),
  })
}

/** One's own row of an id; of a shared store also what an older version left under the bare id. */
function found(form: StoreForm, id: unknown, read: Method): unknown {
  const own = afterwards(read(keyFor(form, id)), (row) => row ?? (form.isShared ? read(id) : undefined))
  return afterwards(own, (row) => openedAll(form, row))
}

/** Another person's row of the same id stays. */
function dropped(form: StoreForm, id: unknown, drop: Method): unknown {
  if (!form.isShared) return drop(id)
  return Promise.all([drop(keyFor(form, id)), drop(id)]).then(() => undefined)
}

const openedAll = (form: StoreForm, found: unknown): unknown =>
  Array.isArray(found)
    ? found.map((row) => opened(form, row)).filter((row) => row !== undefined)
    : opened(form, found as Row | undefined)

const afterwards = (answer: unknown, then: (found: unknown) => unknown) => (answer as Promise<unknown>).then(then)

const both = (names: string[], change: (method: Method) => Method) =>
  Object.fromEntries(names.map((name) => [name, change]))

/** An object with some methods and members changed; all others are its own. */
function over<T extends object>(
  object: T,
  methods: Record<string, (method: Method) => Method>,
  members: Record<string, (value: unknown) => unknown> = {},
): T {
  return new Proxy(object, {
    get(target, name) {
      const value = Reflect.get(target, name, target)
      const change = Object.hasOwn(methods, name) ? methods[name as string] : undefined
      if (typeof value === 'function') return change ? change(value.bind(target)) : value.bind(target)
      const member = Object.hasOwn(members, name) ? members[name as string] : undefined
      return member ? member(value) : value
    },
  })
}
