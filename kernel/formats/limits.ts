import { Refusal } from '../problems/problem.ts'

/**
 * What one source may cost. All sizes in bytes; `ratio` is unpacked to packed size, measured while unpacking; `entryBytes`, of what is
 * larger than memory: what one entry may unpack to.
 */
export type Limits = { sourceBytes: number; unpackedBytes: number; entryBytes?: number; entries: number; ratio: number }

/**
 * A county's largest layer (2 million vertices) unpacks to some 200 MB. Deflate cannot pass 1032:1 and a table of
 * blank text stays under 150:1, so 250:1 tells a bomb from a padded table.
 */
export const DEFAULT_LIMITS: Limits = {
  sourceBytes: 512 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
  entries: 1000,
  ratio: 250,
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

export function refuseTooLarge(bytes: number, limit: number): void {
  if (bytes <= limit) return
  const params = { megabytes: megabytes(bytes), limit: megabytes(limit) }
  throw new Refusal({ code: 'formats.file.too-large', status: 413, params })
}
