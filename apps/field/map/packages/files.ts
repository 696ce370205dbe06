import type { RangeSource } from '../../../../modules/fieldwork/packages/rules/reference/read-pages.ts'
import type { Edition } from './kept-package.ts'
import { sealedSource, sealOf } from './sealed-source.ts'

const FOLDER = 'packages'

/** The folder of all packages in this page's own files (OPFS). */
const root = async (create: boolean) => (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create })

export const folderOf = async (name: string, create = false) =>
  (await root(create)).getDirectoryHandle(name, { create })

/** A part of an edition, opened for reading by range; undefined where its file is not there. */
export async function partSource({ manifest, folder, key }: Edition, name: string): Promise<RangeSource | undefined> {
  const place = manifest.parts.findIndex((part) => part.name === name)
  if (place < 0) return undefined
  try {
    const handle = await (await folderOf(folder)).getFileHandle(name)
    return sealedSource(await handle.getFile(), await sealOf(key, place))
  } catch (error) {
    if ((error as DOMException).name === 'NotFoundError') return undefined
    throw error
  }
}

/** Removes every folder that no edition names: what a crash or a removal left behind. */
export async function sweep(kept: ReadonlySet<string>): Promise<void> {
  const packages = await root(false).catch(() => undefined)
  if (!packages) return
  const names: string[] = []
  for await (const name of (packages as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name)
  for (const name of names)
    if (!kept.has(name)) await packages.removeEntry(name, { recursive: true }).catch(() => undefined)
}
