import { geometryHash } from '../../../modules/fieldwork/rules/geometry-hash.ts'
import type { TaskPackage } from './answers.ts'
import { appendOperation } from './append-operation.ts'
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

/** Every key is kept: a phone that falls into the water loses at most one letter. */
export async function keepDraft(patch: KeptPatch): Promise<void> {
  await withRoom(async () => (await fieldDatabase()).put('patches', patch))
  tellChange()
}

/**
 * Keeps a patch as an act to be sent: what differs from what the server is known to have, with that beside it. A new one
 * without an outline of its own takes the range of the task.
 */
export async function savePatch(person: string, { task }: { task: KeptTask }, patch: KeptPatch): Promise<void> {
  const base = patch.base ?? baseOf(task, patch)
  const geometry = patch.geometry ?? (base.outline === '' ? task.package!.range : undefined)
  const payload = { patchId: patch.id, ...changedFields({ ...patch, ...(geometry && { geometry }) }, base) }
  const { DLBM, note, attributes = base.attributes } = patch
  const outline = geometry ? geometryHash(geometry) : base.outline
  const kept = { ...patch, revision: patch.revision + 1, isDraft: false, base: { DLBM, note, attributes, outline } }
  const act = { kind: 'patch.save' as const, taskId: task.id, baseRevision: patch.revision, payload }
  await appendOperation(person, act, { patch: kept })
}

/** Of a patch that an older version of the page has kept: what the package says of it. */
function baseOf(task: KeptTask, patch: KeptPatch): PatchBase {
  const known = task.package?.patches.find(({ id }) => id === patch.id)
  return (known && fromServer(task.id, known).base) ?? NOTHING
}
