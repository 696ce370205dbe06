import type { Answer } from '../../../modules/fieldwork/schema.ts'
import { ask } from '../../ui/api.ts'
import { keepAnswer } from '../sync/keep-answer.ts'
import type { FieldTask, TaskPackage } from './answers.ts'
import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptTask } from './field-database.ts'
import { fromServer } from './patches.ts'

type Pulled = {
  cursor: string
  isWhole: boolean
  more: boolean
  tasks: FieldTask[]
  gone: string[]
  answers: Answer[]
  erase?: true
}

/** A cursor older than this is not gone on from: a backup restored on the server may have passed it. */
const DAY_MS = 24 * 3600_000

/**
 * Fetches what is new since the last time: all pages first, then the lists are changed in one transaction; whatever fails before
 * leaves them as they were. Then, for tasks of this person, the package to work without a network. A task that is not
 * theirs any more goes with its package, unless work for it is still to be sent. True: this phone is to be erased.
 */
export async function pullTasks(person: string): Promise<boolean> {
  const database = await fieldDatabase()
  const device = await database.get('devices', person)
  if (!device) return false
  const pages = await pagesSince(device.id, (await database.get('pulls', person)) ?? null)
  await swapIn(person, pages)
  for (const answer of pages.flatMap(({ answers }) => answers)) await heardLater(device.id, answer)
  tellChange()
  const fresh = new Set(pages.flatMap(({ tasks }) => tasks).map(({ id }) => id))
  for (const task of await database.getAllFromIndex('tasks', 'person', person))
    if (task.isListed && task.mine && task.state !== 'done' && (fresh.has(task.id) || !task.package))
      await pullPackage(task.id)
  return pages.some(({ erase }) => erase)
}

async function pagesSince(deviceId: string, last: { cursor: string; at: number } | null): Promise<Pulled[]> {
  const pages: Pulled[] = []
  let cursor = last && Date.now() - last.at < DAY_MS ? last.cursor : undefined
  for (;;) {
    const page = await ask<Pulled>('fieldwork.task.pull', { deviceId, ...(cursor && { cursor }) })
    // The rights changed, or another page of the round began anew: what came before it does not count.
    if (page.isWhole) pages.length = 0
    pages.push(page)
    cursor = page.cursor
    if (!page.more) return pages
  }
}

async function swapIn(person: string, pages: readonly Pulled[]): Promise<void> {
  const work = (await fieldDatabase()).transaction(['tasks', 'pulls', 'operations'], 'readwrite', {
    durability: 'strict',
  })
  const store = work.objectStore('tasks')
  const kept = new Map((await store.index('person').getAll(person)).map((task) => [task.id, task]))
  const listed = new Map(pages.flatMap(({ tasks }) => tasks).map((task) => [task.id, task]))
  const isWhole = pages[0]?.isWhole ?? false
  const gone = new Set(pages.flatMap((page) => page.gone).filter((id) => !listed.has(id)))
  if (isWhole) for (const { id } of kept.values()) if (!listed.has(id)) gone.add(id)
  for (const task of listed.values()) await store.put(listedAs(task, person, kept.get(task.id)))
  for (const id of gone) {
    const task = kept.get(id)
    if (!task || isOwnDiscovery(task)) continue
    const acts = await work.objectStore('operations').index('task').getAll(id)
    if (acts.some(({ state }) => state !== 'done')) await store.put({ ...task, isListed: false })
    else await store.delete(id)
  }
  const { changes = 0 } = (await work.objectStore('pulls').get(person)) ?? {}
  const isNew = listed.size > 0 || gone.size > 0
  const { cursor } = pages.at(-1)!
  await work.objectStore('pulls').put({ person, cursor, at: Date.now(), changes: changes + Number(isNew) })
  await work.done
}

const listedAs = (task: FieldTask, person: string, kept: KeptTask | undefined): KeptTask => ({
  ...{ ...kept, ...task, person, isListed: true },
  // What somebody else holds is not for this phone to carry.
  package: task.mine || task.holder === null ? (kept?.package ?? null) : null,
})

/** A task made on this phone that the server has not opened yet. */
const isOwnDiscovery = (task: KeptTask) => 'discovery' in task

/** An act that was set aside, and what somebody has decided of it. */
async function heardLater(device: string, answer: Answer): Promise<void> {
  const database = await fieldDatabase()
  const range = IDBKeyRange.bound([device, 'aside'], [device, 'aside'])
  const aside = await database.getAllFromIndex('operations', 'state', range)
  const kept = aside.find(({ id }) => id === answer.id)
  if (kept) await keepAnswer(kept, answer)
}

/** Everything to work on one task without a network. What others have saved of a patch takes the place of what lies here untouched. Throws ProblemError. */
export async function pullPackage(taskId: string): Promise<void> {
  const fetched = await ask<TaskPackage>('fieldwork.task.view', { taskId })
  const stores = ['tasks', 'patches', 'operations'] as const
  const work = (await fieldDatabase()).transaction(stores, 'readwrite', { durability: 'strict' })
  const task = await work.objectStore('tasks').get(taskId)
  if (task) await work.objectStore('tasks').put({ ...task, package: fetched })
  const acts = await work.objectStore('operations').index('task').getAll(taskId)
  const isUnderWay = acts.some(({ state, operation }) => state !== 'done' && operation.kind === 'patch.save')
  const kept = isUnderWay ? [] : await work.objectStore('patches').index('task').getAll(taskId)
  for (const patch of kept) {
    const known = fetched.patches.find(({ id }) => id === patch.id)
    if (known && !patch.isDraft && known.revision > patch.revision)
      await work.objectStore('patches').put(fromServer(taskId, known))
  }
  await work.done
  tellChange()
}
