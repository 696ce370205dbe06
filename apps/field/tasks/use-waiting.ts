import { useRef } from 'react'
import { useKept } from '../store/changes.ts'
import { fieldDatabase } from '../store/field-database.ts'
import { type LocalState, localStates, type RefusedRequest, refusedRequests } from './rules/local-state.ts'

export const READ_REFUSALS = 'tasks/read-refusals'

export type Waiting = { local: [string, LocalState][]; refused: RefusedRequest[] }

/** What this phone has of tasks that the server has not answered for. */
export const useWaiting = (person: string): Waiting | undefined =>
  useSame(useKept(() => readWaiting(person), `waiting acts ${person}`))

/** The same object as long as it says the same: what was made of it then need not be made anew. */
function useSame<T>(value: T): T {
  const kept = useRef({ value, text: '' })
  const text = JSON.stringify(value) ?? ''
  if (text !== kept.current.text) kept.current = { value, text }
  return kept.current.value
}

async function readWaiting(person: string): Promise<Waiting> {
  const database = await fieldDatabase()
  const device = (await database.get('devices', person))?.id ?? ''
  const [waiting, aside, patches, seen] = await Promise.all([
    database.getAllFromIndex('operations', 'state', [device, 'waiting']),
    database.getAllFromIndex('operations', 'state', [device, 'aside']),
    database.getAll('patches'),
    database.get('things', [person, READ_REFUSALS]),
  ])
  const acts = [...aside, ...waiting].sort((a, b) => a.operation.sequence - b.operation.sequence)
  const drafts = patches.flatMap(({ isDraft, taskId }) => (isDraft ? [taskId] : []))
  const read = new Set((seen?.value as string[] | undefined) ?? [])
  return { local: [...localStates(acts, drafts)], refused: refusedRequests(acts, read) }
}
