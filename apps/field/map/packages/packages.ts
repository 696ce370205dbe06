import { type Manifest, roomFor } from '../../../../modules/fieldwork/packages/rules/manifest.ts'
import type { Choice } from '../../../../modules/fieldwork/packages/schema.ts'
import { ask, call } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { ProblemError } from '../../../ui/problem.ts'
import { tellChange } from '../../store/changes.ts'
import { fieldDatabase } from '../../store/field-database.ts'
import { freeSettled, settledRows, withRoom } from '../../store/settled-originals.ts'
import { roomOf } from '../../store/storage-room.ts'
import { keepThing, readThing } from '../../store/things.ts'
import { askWorker } from './ask-worker.ts'
import type { Progress } from './download.ts'
import { type Edition, idOfChoice, type KeptPackage } from './kept-package.ts'

export type PackageView = AnswerOf<'fieldwork.package.view'>

export async function keptPackages(person: string): Promise<KeptPackage[]> {
  const rows = (await (await fieldDatabase()).getAllFromIndex('packages', 'person', person)) as KeptPackage[]
  return rows.toSorted((a, b) => a.title.localeCompare(b.title, 'zh'))
}

/** Flushed to the disk: the row that names an edition is what makes it the current one. */
export async function keepPackage(kept: KeptPackage): Promise<void> {
  await withRoom(async () => {
    const work = (await fieldDatabase()).transaction('packages', 'readwrite', { durability: 'strict' })
    await work.store.put(kept)
    await work.done
  })
  tellChange()
}

/** Asks the server to make what was chosen; ready at once when nothing has changed since the last time. Throws ProblemError. */
export const prepare = (choice: Choice) =>
  call<{ packageId: string; isNew: boolean }>('fieldwork.package.prepare', choice)
export const viewOf = (packageId: string) => ask<PackageView>('fieldwork.package.view', { packageId })

/** Remembers what is to be fetched, so that a cut, a crash or an empty battery costs nothing that has come. */
export async function stage(person: string, view: PackageView): Promise<KeptPackage> {
  const { manifest, seal, choice, title } = view
  if (!manifest || !seal) throw new ProblemError('fieldwork.package.unknown', 404)
  await assertOurServer(person, seal.publicKey)
  const id = idOfChoice(person, choice)
  const known = ((await (await fieldDatabase()).get('packages', id)) as KeptPackage | undefined) ?? null
  const key =
    known?.staging?.manifest.id === manifest.id ? known.staging.key : crypto.getRandomValues(new Uint8Array(32))
  const staging: Edition = { manifest, seal, folder: manifest.id, key }
  const isCurrent = known?.current?.manifest.id === manifest.id
  const kept: KeptPackage = {
    ...{ id, person, choice, title, fetchedAt: known?.fetchedAt ?? null, usedAt: Date.now() },
    ...{ current: known?.current ?? null, staging: isCurrent ? null : staging },
  }
  await keepPackage(kept)
  return kept
}

/** The first server a person's phone took a package from is the one it goes on taking them from. */
async function assertOurServer(person: string, publicKey: string): Promise<void> {
  const known = await readThing<string>(person, 'packages/server-key')
  if (known && known !== publicKey) throw new ProblemError('field.package.forged', 422)
  if (!known) await keepThing(person, 'packages/server-key', publicKey)
}

/** Refused where the browser says there is too little room, and originals that may go would not make enough. Throws ProblemError. */
async function assertRoom(manifest: Manifest): Promise<void> {
  const wanted = roomFor(manifest)
  const lacking = async () => wanted - ((await roomOf())?.left ?? wanted)
  const before = await lacking()
  if (before <= 0) return
  const mayGo = (await settledRows()).reduce((sum, { size }) => sum + size, 0)
  if (mayGo >= before) await freeSettled({ bytes: before })
  const after = await lacking()
  if (after > 0)
    throw new ProblemError('field.package.no-room', 507, { wanted: megabytes(wanted), free: megabytes(wanted - after) })
}

/** Fetches what is staged, and puts it in the place of the old edition in one step. Whatever breaks before that leaves the old one. */
export async function fetchStaged(kept: KeptPackage, onProgress: (progress: Progress) => void): Promise<Progress> {
  const { staging, current } = kept
  if (!staging) return { done: 0, total: 0, fetched: 0 }
  await assertRoom(staging.manifest)
  const progress = await withRoom(() => askWorker('fetch', [staging, current], onProgress))
  await keepPackage({ ...kept, current: staging, staging: null, fetchedAt: Date.now(), usedAt: Date.now() })
  if (current) await askWorker('remove', [[current.folder]])
  return progress
}

/** Gives up a download, or takes a package off this phone; nothing of one's own work lies in it. */
export async function removePackage({ id, current, staging }: KeptPackage): Promise<void> {
  await (await fieldDatabase()).delete('packages', id)
  tellChange()
  await askWorker('remove', [[current?.folder, staging?.folder].filter((folder) => folder !== undefined)])
}

export const megabytes = (bytes: number): string => {
  const size = bytes / 1024 / 1024
  return size >= 100 ? size.toFixed(0) : size.toFixed(1)
}
