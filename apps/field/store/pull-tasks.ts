import type { Answer } from '../../../modules/fieldwork/schema.ts'
import { ask } from '../../ui/api.ts'
import { keepAnswer } from '../sync/keep-answer.ts'
import type { FieldTask, TaskPackage } from './answers.ts'
import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptTask } from './field-database.ts'
import { draftOfForm } from './forms.ts'
import { fromServer } from './patches.ts'
import { sendAnew } from './send-anew.ts'
import type { TaskLine } from './task-line.ts'
import { taskLineBy, taskLines, touchTasks } from './task-lines.ts'

type Pulled = {
  cursor: string
  isWhole: boolean
  more: boolean
  tasks: FieldTask[]
  gone: string[]
  answers: Answer[]
  /** where the chain of this phone ends on the server; an older one does not say */
  last?: number
  erase?: true
}

/** A cursor older than this is not gone on from: a backup restored on the server may have passed it. */
const DAY_MS = 24 * 3600_000

/**
 * Fetches what is new since the last time: all pages first, then the lists are changed in one transaction; whatever fails before
 * leaves them as they were. Then, for tasks of this person, the package to work without a network. A task that is not
 * theirs any more goes with its package, unless work for it is still to be sent or saved. True: this phone is to be erased.
 */
export async function pullTasks(person: string): Promise<boolean> {
  const database = await fieldDatabase()
  const device = await database.get('devices', person)
  if (!device) return false
  const pages = await pagesSince(device.id, (await database.get('pulls', person)) ?? null)
  const { last } = pages.at(-1)!
  if (last !== undefined) await sendAnew(person, last)
  await swapIn(person, pages)
  for (const answer of pages.flatMap(({ answers }) => answers)) await heardLater(device.id, answer)
  tellChange()
  const fresh = new Set(pages.flatMap(({ tasks }) => tasks).map(({ id }) => id))
  for (const task of await taskLines(person))
    if (task.isListed && task.mine && task.state !== 'done' && (fresh.has(task.id) || !task.isPacked))
      await pullPackage(person, task.id)
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
  const listed = new Map(pages.flatMap(({ tasks }) => tasks).map((task) => [task.id, task]))
  const gone = new Set(pages.flatMap((page) => page.gone).filter((id) => !listed.has(id)))
  const known = await taskLineBy(person)
  if (pages[0]?.isWhole) for (const { id } of await taskLines(person)) if (!listed.has(id)) gone.add(id)
  // A round of everything names what has not changed too.
  for (const [id, task] of listed) if (isSame(known(id), task)) listed.delete(id)
  const work = (await fieldDatabase()).transaction(STORES, 'readwrite', {
    durability: 'strict',
  })
  const store = work.objectStore('tasks')
  for (const some of inParts([...listed.values()]))
    await Promise.all(
      some.map(async (task) => {
        const kept = known(task.id) ? await store.get(task.id) : undefined
        return store.put(listedAs(task, person, kept))
      }),
    )
  for (const id of gone) {
    const task = await store.get(id)
    if (!task || isOwnDiscovery(task)) continue
    const acts = await work.objectStore('operations').index('task').getAll(id)
    const patches = await work.objectStore('patches').index('task').getAll(id)
    // What is only typed yet is work too: it is lost neither to the eye.
    const isTyped =
      patches.some(({ isDraft }) => isDraft) || (await work.objectStore('things').get([person, draftOfForm(id)]))
    if (isTyped || acts.some(({ state }) => state !== 'done')) await store.put({ ...task, isListed: false })
    else await store.delete(id)
  }
  const pulls = work.objectStore('pulls')
  await touchTasks(pulls, person, [...listed.keys(), ...gone])
  await pulls.put({ ...(await pulls.get(person)), person, cursor: pages.at(-1)!.cursor, at: Date.now() })
  await work.done
}

const STORES = ['tasks', 'pulls', 'operations', 'patches', 'things'] as const

/** Rows put in one go: sealing them keeps a thumb waiting for some ten milliseconds. */
const AT_ONCE = 200

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) => all.slice(n * AT_ONCE, (n + 1) * AT_ONCE))

/** Of one's own tasks the line does not tell the range, so they are taken as they come. */
function isSame(line: TaskLine | undefined, task: FieldTask): boolean {
  if (!line?.isListed || line.mine || task.mine) return false
  return Object.entries(task).every(([name, value]) => {
    const kept = line[name as keyof TaskLine]
    return name === 'range' || value === kept || JSON.stringify(value) === JSON.stringify(kept)
  })
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
export async function pullPackage(person: string, taskId: string): Promise<void> {
  const fetched = await ask<TaskPackage>('fieldwork.task.view', { taskId })
  const stores = ['tasks', 'patches', 'operations', 'pulls'] as const
  const work = (await fieldDatabase()).transaction(stores, 'readwrite', { durability: 'strict' })
  const task = await work.objectStore('tasks').get(taskId)
  if (task) await work.objectStore('tasks').put({ ...task, package: fetched })
  if (task && !task.package) await touchTasks(work.objectStore('pulls'), person, [taskId])
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
