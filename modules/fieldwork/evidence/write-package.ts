import { Readable } from 'node:stream'
import type { Signer } from '../../../kernel/crypto/receipt.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import type { FileStore } from '../../../kernel/files/file-store.ts'
import { addStored, type Packed } from '../../../kernel/formats/archive/add-stored.ts'
import { StoredZip } from '../../../kernel/formats/archive/stored-zip.ts'
import type { EvidenceAdapter, EvidenceCase, PackageFile } from './evidence-case.ts'
import { MANIFEST, type Manifest, SIGNATURE, signedManifest } from './manifest.ts'

export type Making = {
  files: FileStore
  signer: Signer
  adapter: EvidenceAdapter
  cases: readonly EvidenceCase[]
  by: string
  at: Date
  onFile?: (done: number, total: number) => Promise<void>
}

/**
 * The signed ZIP of any size, a piece at a time: not even one photo lies in memory. Photos are stored as they are, they do not get
 * smaller, and hashed as they are packed, so that the manifest names what is in the package and not what should be.
 */
export async function* packageBytes(making: Making): AsyncGenerator<Uint8Array> {
  const { adapter, cases, signer, at } = making
  const parts = adapter.files(cases)
  const named: Manifest['files'] = []
  const zip = new StoredZip(at)
  for (const [k, part] of parts.entries()) {
    await making.onFile?.(k, parts.length)
    named.push({ path: part.path, ...(yield* packed(zip, part, making.files)) })
  }
  await making.onFile?.(parts.length, parts.length)
  const { manifest, signature } = signedManifest(manifestOf(making, named), signer)
  yield* zip.add(MANIFEST, manifest)
  yield* zip.add(SIGNATURE, signature)
  yield* zip.end()
}

/** As a stream for the file store. */
export const packageStream = (making: Making): Readable => Readable.from(packageBytes(making))

async function* packed(zip: StoredZip, part: PackageFile, files: FileStore): AsyncGenerator<Uint8Array, Packed> {
  if (!('bytes' in part)) return yield* addStored(zip, part.path, { files, digest: part.digest })
  yield* zip.add(part.path, part.bytes)
  return { size: part.bytes.length, digest: sm3(part.bytes) }
}

function manifestOf({ adapter, cases, by, at }: Making, files: Manifest['files']): Manifest {
  const about = cases.map(({ number, title, business, patches, photos }) => ({
    ...{ number, title, business, patches: patches.length, photos: photos.length },
  }))
  return {
    format: 'yutu-evidence',
    version: 1,
    adapter: adapter.name,
    madeAt: at.toISOString(),
    madeBy: by,
    cases: about,
    files,
  }
}
