import type { KnownPhoto } from '../survey/evidence-so-far.ts'
import type { TaskWork } from './use-task-work.ts'

/** Photos on this phone and those the server has already, each once. */
export function knownPhotos({ task, photos, operations }: TaskWork): KnownPhoto[] {
  const refused = new Set(operations.filter(({ state }) => state === 'aside').map(({ id }) => id))
  const own = photos.filter(({ operationId }) => !refused.has(operationId))
  const here = new Set(own.map(({ digest }) => digest))
  return [...own, ...(task.package?.photos ?? []).filter(({ digest }) => !here.has(digest))]
}
