import type { Resource } from '../../kernel/documents/resources.ts'
import type { FileStore } from '../../kernel/files/file-store.ts'
import { addStored } from '../../kernel/formats/archive/add-stored.ts'
import { StoredZip } from '../../kernel/formats/archive/stored-zip.ts'

/** A file of a ZIP: made here, or lying in the file store under its digest. */
type Part = { path: string } & ({ bytes: Uint8Array } | { digest: string })

/** A case's files by their folders, names kept apart where two are the same. */
export function filesOf(resources: readonly Pick<Resource, 'folder' | 'title' | 'digest'>[]): Part[] {
  const taken = new Set<string>()
  return resources.flatMap(({ folder, title, digest }) => {
    if (digest === null) return []
    const path = freePath(taken, folder, title)
    taken.add(path)
    return [{ path, digest }]
  })
}

/**
 * The ZIP while it is sent, of any size. Photos and documents are packed already: nothing is gained by trying again. A file the store
 * has not is refused before the first byte.
 */
export async function zipped(parts: readonly Part[], files: FileStore, now: Date): Promise<AsyncIterable<Uint8Array>> {
  for (const part of parts) if ('digest' in part) await files.sizeOf(part.digest)
  return zipOf(parts, files, now)
}

async function* zipOf(parts: readonly Part[], files: FileStore, now: Date): AsyncGenerator<Uint8Array> {
  const zip = new StoredZip(now)
  for (const part of parts)
    yield* 'bytes' in part ? zip.add(part.path, part.bytes) : addStored(zip, part.path, { files, digest: part.digest })
  yield* zip.end()
}

/** «照片/1.jpg», then «照片/1 (2).jpg». */
function freePath(taken: ReadonlySet<string>, folder: string, title: string): string {
  const name = title.replace(/[\\/:*?"<>|]/g, '_')
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let n = 1; ; n++) {
    const path = [...(folder ? [folder] : []), n === 1 ? name : `${stem} (${n})${ending}`].join('/')
    if (!taken.has(path)) return path
  }
}
