import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { Limits } from '../limits.ts'
import { decodeEntryName, refuseUnsafeEntry } from './entry-name.ts'

/** An opened zip. `read` may be called once per name in any order; the caller closes. Names use `/`. */
export type Archive = {
  names: string[]
  read(name: string): Promise<Buffer>
  close(): void
}

const NESTED = /\.(zip|rar|7z|tar|gz|tgz|bz2|xz|kmz)$/i
/** What desktop systems leave behind and nobody delivers. */
const CLUTTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i
/** Below this a high ratio costs nothing. */
const RATIO_FROM_BYTES = 8 * 1024 * 1024

const zipProblem = (code: string, params: Record<string, string | number> = {}) => new Refusal(invalid(code, params))

/** The reader's own message is kept: it names the structure that is broken. */
function asRefusal(error: unknown, entry = ''): Refusal {
  if (error instanceof Refusal) return error
  return zipProblem('formats.zip.damaged', { entry, reason: error instanceof Error ? error.message : String(error) })
}

async function listEntries(zip: yauzl.ZipFile, limits: Limits): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > limits.entries)
    throw zipProblem('formats.zip.too-many-entries', { entries: zip.entryCount, limit: limits.entries })
  const entries = new Map<string, yauzl.Entry>()
  const seen = new Set<string>()
  for await (const entry of zip.eachEntry()) {
    const name = decodeEntryName(entry.fileNameRaw, entry.generalPurposeBitFlag)
    refuseUnsafeEntry(name, entry.externalFileAttributes)
    if (name.endsWith('/') || CLUTTER.test(name)) continue
    if (entry.isEncrypted()) throw zipProblem('formats.zip.encrypted', { entry: name })
    if (NESTED.test(name)) throw zipProblem('formats.zip.nested', { entry: name })
    if (seen.has(name.toLowerCase())) throw zipProblem('formats.zip.duplicate-name', { entry: name })
    seen.add(name.toLowerCase())
    entries.set(name, entry)
  }
  if (entries.size === 0) throw zipProblem('formats.zip.empty')
  return entries
}

/** Counts what really comes out; the sizes in the headers are never believed. */
async function inflate(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  name: string,
  left: number,
  limits: Limits,
): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let size = 0
  let checksum = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      const bomb = size > RATIO_FROM_BYTES && size > limits.ratio * Math.max(1, entry.compressedSize)
      if (size > left || bomb) throw zipProblem('formats.zip.bomb', { entry: name })
      checksum = crc32(chunk, checksum)
      chunks.push(chunk)
    }
  } finally {
    stream.destroy()
  }
  if (checksum !== entry.crc32) throw zipProblem('formats.zip.damaged', { entry: name, reason: 'checksum' })
  return Buffer.concat(chunks, size)
}

async function openZip(source: Buffer | string): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false }
  try {
    return await (typeof source === 'string'
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(source, options))
  } catch (error) {
    // The caller has seen the signature of a zip at the start: what is missing is its end.
    throw zipProblem('formats.zip.truncated', { reason: error instanceof Error ? error.message : String(error) })
  }
}

/** Opens bytes or a path that begin like a zip. Refuses every archive that is unsafe, damaged, encrypted or nested. */
export async function openArchive(source: Buffer | string, limits: Limits): Promise<Archive> {
  const zip = await openZip(source)
  let left = limits.unpackedBytes
  try {
    const entries = await listEntries(zip, limits)
    return {
      names: [...entries.keys()],
      close: () => zip.close(),
      async read(name) {
        const entry = entries.get(name)
        if (!entry) throw zipProblem('formats.zip.damaged', { entry: name })
        try {
          const bytes = await inflate(zip, entry, name, Math.min(left, limits.entryBytes ?? left), limits)
          left -= bytes.length
          return bytes
        } catch (error) {
          throw asRefusal(error, name)
        }
      },
    }
  } catch (error) {
    zip.close()
    throw asRefusal(error)
  }
}
