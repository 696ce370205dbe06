import { geometryHash } from '../../../modules/fieldwork/rules/geometry-hash.ts'
import type { TaskPackage } from './answers.ts'
import { appendComposed, type NewOperation } from './append-operation.ts'
import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptPatch, type KeptTask, type PatchBase } from './field-database.ts'
import { changedFields } from './patch-payload.ts'
import { withRoom } from './settled-originals.ts'

type KnownPatch = TaskPackage['patches'][number]

const NOTHING: PatchBase = { DLBM: null, note: null, attributes: {}, outline: '' }

/** A patch the server has, as this phone goes on with it. */
export function fromServer(taskId: string, { id, DLBM, note, attributes, geometry, revision }: KnownPatch): KeptPatch {
  const base = { DLBM, note, attributes, outline: geometryHash(geometry) }
  return { id, taskId, DLBM, note: note ?? '', attributes, geometry, revision, base, isDraft: false }
}

/** What a person changes of a patch; the rest of it is between the phone and the server. */
export type PatchEdit = Partial<Pick<KeptPatch, 'DLBM' | 'note' | 'attributes' | 'geometry' | 'removed'>>

/**
 * Every key is kept: a phone that falls into the water loses at most one letter. It is laid over the patch as it is kept by then:
 * an answer of the server may have come since `patch` was read.
 */
export async function keepDraft(patch: KeptPatch, edit: PatchEdit = {}): Promise<void> {
  await withRoom(async () => {
    const work = (await fieldDatabase()).transaction('patches', 'readwrite')
    await work.store.put({ ...((await work.store.get(patch.id)) ?? patch), ...edit, isDraft: true })
    await work.done
  })
  tellChange()
}

/** Keeps a patch with what was changed of it, as an act to be sent. Nothing changed is no act. */
export const savePatch = (
  person: string,
  { task }: { task: KeptTask },
  patch: KeptPatch,
  edit: PatchEdit = {},
): Promise<void> =>
  appendComposed(person, async (work) => {
    const patches = work.objectStore('patches')
    const { kept, act } = savedAs(task, { ...((await patches.get(patch.id)) ?? patch), ...edit })
    await patches.put(kept)
    return act
  })

type Saved = { kept: KeptPatch; act?: NewOperation<'patch.save'> }

/**
 * The act tells what differs from what the server is known to have, with that beside it. A new patch without an outline of its own
 * takes the range of the task.
 */
function savedAs(task: KeptTask, patch: KeptPatch): Saved {
  const base = patch.base ?? baseOf(task, patch)
  const geometry = patch.geometry ?? (base.outline === '' ? task.package!.range : undefined)
  const { base: before, ...changed } = changedFields({ ...patch, ...(geometry && { geometry }) }, base)
  if (Object.keys(changed).length === 0) return { kept: { ...patch, isDraft: false } }
  const { DLBM, note, attributes = base.attributes } = patch
  const outline = geometry ? geometryHash(geometry) : base.outline
  const kept = { ...patch, revision: patch.revision + 1, isDraft: false, base: { DLBM, note, attributes, outline } }
  const payload = { patchId: patch.id, ...changed, base: before }
  return { kept, act: { kind: 'patch.save', taskId: task.id, baseRevision: patch.revision, payload } }
}

/** Of a patch that an older version of the page has kept: what the package says of it. */
function baseOf(task: KeptTask, patch: KeptPatch): PatchBase {
  const known = task.package?.patches.find(({ id }) => id === patch.id)
  return (known && fromServer(task.id, known).base) ?? NOTHING
}
