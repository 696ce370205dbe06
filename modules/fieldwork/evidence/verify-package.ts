import yauzl from 'yauzl'
import { createSm3 } from '../../../kernel/crypto/sm3.ts'
import {
  type Found,
  MANIFEST,
  type Manifest,
  type PackageFault,
  type PackageSignature,
  packageFaults,
  SIGNATURE,
} from './manifest.ts'

export type Verified = { faults: PackageFault[]; manifest: Manifest | null; signature: PackageSignature | null }

/** Reads a package file by file, each only once, and says what is wrong with it. Never throws for a bad package: that is a finding. */
export async function verifyPackage(path: string, trusted?: string): Promise<Verified> {
  const own = new Map<string, Uint8Array>()
  const found: Found[] = []
  try {
    const zip = await yauzl.openPromise(path)
    try {
      for await (const entry of zip.eachEntry())
        if (!entry.fileName.endsWith('/')) await readEntry(zip, entry, { own, found })
    } finally {
      zip.close()
    }
  } catch (error) {
    return { faults: [{ kind: 'unreadable', path: String((error as Error).message) }], manifest: null, signature: null }
  }
  const [manifest, signature] = [own.get(MANIFEST), own.get(SIGNATURE)]
  if (!manifest || !signature)
    return { faults: [{ kind: 'unsigned', path: MANIFEST }], manifest: null, signature: null }
  return judged(manifest, signature, found, trusted)
}

function judged(manifest: Uint8Array, signature: Uint8Array, found: Found[], trusted?: string): Verified {
  try {
    const signed = JSON.parse(new TextDecoder().decode(signature)) as PackageSignature
    const faults = packageFaults(manifest, signed, found, trusted)
    const isTrue = !faults.some(({ kind }) => kind === 'forged' || kind === 'stranger')
    return { faults, signature: signed, manifest: isTrue ? JSON.parse(new TextDecoder().decode(manifest)) : null }
  } catch {
    return { faults: [{ kind: 'forged', path: SIGNATURE }], manifest: null, signature: null }
  }
}

type Reading = { own: Map<string, Uint8Array>; found: Found[] }

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, { own, found }: Reading): Promise<void> {
  const isOwn = entry.fileName === MANIFEST || entry.fileName === SIGNATURE
  const hash = createSm3()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length
    hash.update(chunk)
    if (isOwn) chunks.push(chunk)
  }
  if (isOwn) own.set(entry.fileName, Buffer.concat(chunks))
  else found.push({ path: entry.fileName, size, digest: hash.digest() })
}
