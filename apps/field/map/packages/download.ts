import { type Manifest, type Step, stepsTo } from '../../../../modules/fieldwork/packages/rules/manifest.ts'

/** Where an edition is put together, part by part; `read` gives fewer bytes where fewer are there. */
export type Staging = {
  read(part: string, at: number, length: number): Promise<Uint8Array<ArrayBuffer>>
  write(part: string, at: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** On the disk, not only told to it. */
  flush(part: string): Promise<void>
}
export type Kept = { manifest: Manifest; read: Staging['read'] }
export type Progress = { done: number; total: number; fetched: number }

type Download = {
  manifest: Manifest
  kept: Kept | null
  staging: Staging
  fetchBlock(part: string, block: number): Promise<Uint8Array<ArrayBuffer>>
  onProgress?(progress: Progress): void
}

/** A block that came, or lay there, is not what the manifest says. */
export class Damaged extends Error {}

/**
 * Puts an edition together in its staging folder: blocks that lie there whole from an earlier attempt stay, those of the
 * kept edition are copied, the rest is fetched; each is checked before it counts. Breaks off with the fetch that fails and goes on
 * from there when called again: at most one block comes twice. The kept edition is only read.
 */
export async function download({ manifest, kept, staging, fetchBlock, onProgress }: Download): Promise<Progress> {
  const steps = stepsTo(manifest, kept?.manifest ?? null)
  const places = kept ? placesOf(kept.manifest) : new Map<string, Place>()
  const total = steps.reduce((sum, { size }) => sum + size, 0)
  const progress: Progress = { done: 0, total, fetched: 0 }
  const at = new Map<string, number>()
  for (const step of steps) {
    const from = at.get(step.part) ?? 0
    at.set(step.part, from + step.size)
    const isThere = (await sha256(await staging.read(step.part, from, step.size))) === step.sha256
    if (!isThere) {
      const copied = await copyOf(step, kept, places)
      const bytes = copied ?? (await checked(step, await fetchBlock(step.part, step.block)))
      if (!copied) progress.fetched += step.size
      await staging.write(step.part, from, bytes)
    }
    progress.done += step.size
    onProgress?.({ ...progress })
  }
  for (const { name } of manifest.parts) await staging.flush(name)
  return progress
}

type Place = { part: string; at: number }

function placesOf({ parts }: Manifest): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { name, blocks } of parts) {
    let at = 0
    for (const { sha256, size } of blocks) {
      places.set(sha256, { part: name, at })
      at += size
    }
  }
  return places
}

/** A kept block is believed no more than one that came: a damaged one is fetched. */
async function copyOf({ sha256: wanted, size }: Step, kept: Kept | null, places: ReadonlyMap<string, Place>) {
  const place = places.get(wanted)
  if (!kept || !place) return undefined
  const bytes = await kept.read(place.part, place.at, size)
  return (await sha256(bytes)) === wanted ? bytes : undefined
}

async function checked({ part, block, sha256: wanted }: Step, bytes: Uint8Array<ArrayBuffer>) {
  if ((await sha256(bytes)) !== wanted) throw new Damaged(`${part}/${block}`)
  return bytes
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
