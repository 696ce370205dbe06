/**
 * Before a newer page changes the database, all rows are copied beside it (the originals of photos stay where they are: a change
 * only adds). The copy is what the rescue page offers where the change went wrong; it goes when the next change succeeds.
 */
export async function copyBefore(name: string, version: number): Promise<void> {
  const found = (await indexedDB.databases?.())?.find((one) => one.name === name)?.version
  if (found === undefined || found >= version) return
  const from = await openAt(name)
  try {
    const rows = await readAll(from)
    const into = await openAt(copyOf(name), (database) => {
      for (const store of [...database.objectStoreNames]) database.deleteObjectStore(store)
      for (const store of rows.keys()) database.createObjectStore(store, { autoIncrement: true })
    })
    await fill(into, rows).finally(() => into.close())
  } finally {
    from.close()
  }
}

export const copyOf = (name: string) => `${name}-copy`

type Rows = Map<string, Record<string, unknown>[]>

async function readAll(database: IDBDatabase): Promise<Rows> {
  const names = [...database.objectStoreNames]
  const rows: Rows = new Map()
  for (const store of names) {
    const all = await answerOf(database.transaction(store).objectStore(store).getAll())
    rows.set(store, store === 'photos' ? all.map((row) => ({ ...row, bytes: null })) : all)
  }
  return rows
}

async function fill(database: IDBDatabase, rows: Rows): Promise<void> {
  if (rows.size === 0) return
  const work = database.transaction([...rows.keys()], 'readwrite', { durability: 'strict' })
  for (const [store, all] of rows) for (const row of all) work.objectStore(store).put(row)
  await new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve()
    work.onabort = () => reject(work.error)
  })
}

/** Opens what is there; with `change` a version more, made anew. */
async function openAt(name: string, change?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  const version = change && Date.now()
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = () => change?.(request.result)
  return answerOf(request)
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
