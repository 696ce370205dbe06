import { createHash } from 'node:crypto'
import type { FileStore } from '../../../../kernel/files/file-store.ts'
import { BLOCK_BYTES, type Block, type Part } from '../rules/manifest.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Puts a part into the file store block by block, and tells what to look for. */
export async function keepPart(files: FileStore, name: string, kind: Part['kind'], bytes: Uint8Array): Promise<Part> {
  const blocks: Block[] = []
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const block = bytes.subarray(at, at + BLOCK_BYTES)
    const { digest, size } = await files.put(block)
    blocks.push({ size, sha256: sha256(block), digest })
  }
  return { name, kind, size: bytes.length, sha256: sha256(bytes), blocks }
}
