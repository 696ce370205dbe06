import { fieldDatabase, type KeptOperation } from './field-database.ts'

/** The server had it in its chain; what a person has decided of may stand behind the end of it. */
const wasTaken = ({ answer }: KeptOperation) =>
  answer !== null && !answer.settled && (answer.status === 'applied' || answer.status === 'duplicate')

/**
 * A server that was restored from an older backup does not know what it has answered since: its chain of this phone ends at `last`. What
 * stands behind is put back to what waits, in its order and by its ids, and so are the originals that are still here. Gives how many acts.
 */
export async function sendAnew(person: string, last: number): Promise<number> {
  const stores = ['devices', 'operations', 'photos'] as const
  const work = (await fieldDatabase()).transaction(stores, 'readwrite', { durability: 'strict' })
  const device = await work.objectStore('devices').get(person)
  if (!device || device.sequence <= last) return 0
  const behind = IDBKeyRange.bound([device.id, last], [device.id, Number.MAX_SAFE_INTEGER], true)
  const acts = await work.objectStore('operations').getAll(behind)
  if (!acts.some(wasTaken)) return 0
  for (const act of acts) {
    await work.objectStore('operations').put({ ...act, state: 'waiting', answer: null })
    const photo = await work.objectStore('photos').get(String(act.operation.payload.digest ?? ''))
    const none = { receipt: null, settledAt: undefined }
    if (photo?.receipt && photo.bytes !== null) await work.objectStore('photos').put({ ...photo, ...none })
  }
  await work.objectStore('devices').put({ ...device, isRegistered: false })
  await work.done
  return acts.length
}
