import { type Zippable, zipSync } from 'fflate'
import type { Resource } from '../../kernel/documents/resources.ts'
import type { FileStore } from '../../kernel/files/file-store.ts'
import { invalid, refuseIf } from '../../kernel/problems/problem.ts'

/** One ZIP is put together in memory; more than this is fetched file by file. Bytes. */
const MOST = 300 * 1024 * 1024

/** A case's files by their folders, names kept apart where two are the same. */
export async function filesOf(
  files: FileStore,
  number: string,
  resources: Pick<Resource, 'folder' | 'title' | 'digest' | 'size'>[],
): Promise<Zippable> {
  const stored = resources.filter(({ digest }) => digest !== null)
  const size = stored.reduce((sum, one) => sum + Number(one.size ?? 0), 0)
  refuseIf(size > MOST ? invalid('cases.export.too-large', { number, size: mb(size), most: mb(MOST) }) : undefined)
  const found: Zippable = {}
  // Photos and documents are packed already; nothing is gained by trying again.
  for (const { folder, title, digest } of stored)
    found[freePath(found, folder, title)] = [await files.get(digest!), { level: 0 }]
  return found
}

export const zipped = (parts: Zippable, now: Date): Uint8Array => zipSync(parts, { mtime: now })

const mb = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

/** «照片/1.jpg», then «照片/1 (2).jpg». */
function freePath(taken: Zippable, folder: string, title: string): string {
  const name = title.replace(/[\\/:*?"<>|]/g, '_')
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let n = 1; ; n++) {
    const path = [...(folder ? [folder] : []), n === 1 ? name : `${stem} (${n})${ending}`].join('/')
    if (!(path in taken)) return path
  }
}
