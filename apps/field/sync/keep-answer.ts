import { geometryHash } from '../../../modules/fieldwork/rules/geometry-hash.ts'
import type { Answer } from '../../../modules/fieldwork/schema.ts'
import type { TaskPackage } from '../store/answers.ts'
import { fieldDatabase, type KeptOperation, type KeptPatch } from '../store/field-database.ts'

/** Keeps what the server said of an act, with what follows from it, in one transaction flushed to the disk. True: it was its last word. */
export async function keepAnswer(kept: KeptOperation, answer: Answer): Promise<boolean> {
  const state = stateAfter(answer)
  const work = (await fieldDatabase()).transaction(['operations', 'photos', 'patches'], 'readwrite', {
    durability: 'strict',
  })
  await work.objectStore('operations').put({ ...kept, state, answer })
  const { kind, payload, baseRevision } = kept.operation
  if ((kind === 'photo.add' || kind === 'file.add') && state === 'done') {
    const photo = await work.objectStore('photos').get(String(payload.digest))
    // Only now the original may go: the server has signed for it and has taken it for the task.
    const settledAt = photo?.bytes === null ? undefined : Date.now()
    if (photo?.receipt) await work.objectStore('photos').put({ ...photo, settledAt, isLost: false })
  }
  if (answer.waitsFor === 'photo') {
    // A server restored from an older backup has signed for bytes it no longer has: they go again, or it is said that they are gone.
    const photo = await work.objectStore('photos').get(String(payload.digest))
    const none = { receipt: null, settledAt: undefined }
    if (photo?.receipt) await work.objectStore('photos').put({ ...photo, ...none, isLost: photo.bytes === null })
  }
  if (kind === 'patch.save') {
    const patch = await work.objectStore('patches').get(String(payload.patchId))
    if (patch) await work.objectStore('patches').put(patchAfter(patch, answer, baseRevision ?? 0))
  }
  await work.done
  return state !== 'waiting'
}

/** Something on its way will still settle `waitsFor`; the rest needs a person and stays visible. */
function stateAfter({ status, waitsFor, settled }: Answer): KeptOperation['state'] {
  if (status === 'applied' || status === 'duplicate' || settled) return 'done'
  return waitsFor ? 'waiting' : 'aside'
}

/** Others' saves come between: own revisions count on from the server's. After a conflict what is there is what the next save begins with. */
function patchAfter(patch: KeptPatch, { status, revision, current }: Answer, baseRevision: number): KeptPatch {
  if (revision === undefined) return patch
  if (status === 'applied') return { ...patch, revision: patch.revision + revision - baseRevision - 1 }
  if (status !== 'conflict' || !current) return patch
  const { DLBM, note, attributes, geometry } = current as TaskPackage['patches'][number]
  const base = { DLBM, note, attributes, outline: geometryHash(geometry) }
  return { ...patch, revision, base, isDraft: true }
}
