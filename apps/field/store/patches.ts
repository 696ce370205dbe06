import { appendOperation } from './append-operation.ts'
import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptPatch } from './field-database.ts'
import { newId } from './new-id.ts'
import type { TaskWork } from './use-task-work.ts'

/** The patch this phone describes: what was typed here, else what the server has, else a new one over the whole range. */
export function patchOf({ task, patches }: TaskWork): KeptPatch {
  const [own] = patches
  if (own) return own
  const known = task.package?.patches[0]
  if (known)
    return {
      id: known.id,
      taskId: task.id,
      DLBM: known.DLBM,
      note: known.note ?? '',
      revision: known.revision,
      isDraft: false,
    }
  return { id: newId(), taskId: task.id, DLBM: null, note: '', revision: 0, isDraft: false }
}

/** Every key is kept: a phone that falls into the water loses at most one letter. */
export async function keepDraft(patch: KeptPatch): Promise<void> {
  await (await fieldDatabase()).put('patches', patch)
  tellChange()
}

/** Keeps the patch as an act to be sent. A new one takes the range of the task as its outline. */
export async function savePatch(person: string, { task }: TaskWork, patch: KeptPatch): Promise<void> {
  const isKnown = task.package?.patches.some(({ id }) => id === patch.id) ?? false
  const outline = isKnown || patch.revision > 0 ? {} : { geometry: task.package!.range }
  await appendOperation(
    person,
    {
      kind: 'patch.save',
      taskId: task.id,
      baseRevision: patch.revision,
      payload: { patchId: patch.id, DLBM: patch.DLBM, note: patch.note, ...outline },
    },
    { patch: { ...patch, revision: patch.revision + 1, isDraft: false } },
  )
}
