/// <reference lib="webworker" />
import { receiptFault } from '../../../../kernel/crypto/receipt.ts'
import type { Problem } from '../../../../kernel/problems/problem.ts'
import { download, type Progress, type Staging } from './download.ts'
import { folderOf, partSource } from './files.ts'
import type { Edition } from './kept-package.ts'
import { type Seal, sealOf } from './sealed-source.ts'

/** The server was not reached, or refused. */
export class NotServed extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Fetches an edition into its own folder; what lies there from an earlier attempt is used. Only the worker may write files at a place. */
export async function fetchEdition(
  edition: Edition,
  kept: Edition | null,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  const { manifest, seal } = edition
  if (receiptFault(seal.receipt, manifest, seal.publicKey))
    throw new NotServed({ code: 'field.package.forged', status: 422, params: {} })
  const staging = await openStaging(edition)
  try {
    const read = kept && (await readerOf(kept))
    return await download({
      manifest,
      kept: kept && read ? { manifest: kept.manifest, read } : null,
      staging,
      fetchBlock: (part, block) => fetchBlock(manifest.id, part, block),
      onProgress,
    })
  } finally {
    staging.close()
  }
}

async function openStaging({ manifest, folder, key }: Edition): Promise<Staging & { close(): void }> {
  const place = await folderOf(folder, true)
  const open = new Map<string, { handle: FileSystemSyncAccessHandle; seal: Seal }>()
  const fileOf = async (part: string) => {
    const known = open.get(part)
    if (known) return known
    const file = await place.getFileHandle(part, { create: true })
    const seal = await sealOf(
      key,
      manifest.parts.findIndex(({ name }) => name === part),
    )
    const made = { handle: await file.createSyncAccessHandle(), seal }
    open.set(part, made)
    return made
  }
  return {
    async read(part, at, length) {
      const { handle, seal } = await fileOf(part)
      const bytes = new Uint8Array(Math.max(0, Math.min(length, handle.getSize() - at)))
      handle.read(bytes, { at })
      return seal.open(at, bytes)
    },
    async write(part, at, bytes) {
      const { handle, seal } = await fileOf(part)
      handle.write(await seal.seal(at, bytes), { at })
    },
    flush: async (part) => (await fileOf(part)).handle.flush(),
    close() {
      for (const { handle } of open.values()) handle.close()
    },
  }
}

async function readerOf(edition: Edition): Promise<Staging['read']> {
  return async (part, at, length) => {
    const source = await partSource(edition, part)
    if (!source || at >= source.size) return new Uint8Array()
    return (await source.read(at, Math.min(length, source.size - at))).slice()
  }
}

async function fetchBlock(packageId: string, part: string, block: number): Promise<Uint8Array<ArrayBuffer>> {
  const asked = new URLSearchParams({ packageId, part, block: String(block) })
  const answer = await fetch(`/api/fieldwork/package/block?${asked}`).catch(() => undefined)
  if (!answer) throw new NotServed({ code: 'web.server.unreachable', status: 0, params: {} })
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer().catch(cut))
  throw new NotServed(
    (await answer.json().catch(() => undefined)) ?? { code: 'web.server.unreachable', status: 0, params: {} },
  )
}

function cut(): never {
  throw new NotServed({ code: 'web.server.unreachable', status: 0, params: {} })
}

export async function removeFolders(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const packages = await (await navigator.storage.getDirectory()).getDirectoryHandle('packages', { create: true })
    await packages.removeEntry(folder, { recursive: true }).catch(() => undefined)
  }
}
