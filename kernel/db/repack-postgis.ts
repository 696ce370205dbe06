import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

const BLOCK = 512
const WANTED = [
  /^lib\/postgresql\/postgis-3\.so$/,
  /^share\/postgresql\/extension\/postgis\.control$/,
  /^share\/postgresql\/extension\/postgis--3\.6\.2\.sql$/,
  /^share\/proj\//,
]

/**
 * The stock PostGIS bundle for PGlite also carries raster, topology and every upgrade script, all unpacked and compiled
 * at start. Keeping four things takes a first start from 10 s and 1 GB to about 3 s and half the memory.
 * Returns the path of the repacked bundle in `folder`; it is built once.
 */
export function repackPostgis(folder: string): string {
  const target = join(folder, 'postgis-0.2.8.tar.gz')
  if (existsSync(target)) return target
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite-postgis')
  const packed = gzipSync(keep(gunzipSync(readFileSync(join(dirname(entry), 'postgis.tar.gz')))), { level: 1 })
  mkdirSync(folder, { recursive: true })
  const draft = `${target}.${randomUUID()}`
  writeFileSync(draft, packed)
  renameSync(draft, target)
  return target
}

/** The wanted entries of a tar archive, header blocks and all, as a tar archive. */
function keep(tar: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(tar, at + 124, 12), 8)
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK
    if (WANTED.some((pattern) => pattern.test(text(tar, at, 100)))) parts.push(tar.subarray(at, end))
    at = end
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}

const text = (tar: Uint8Array, at: number, length: number) =>
  Buffer.from(tar.subarray(at, at + length))
    .toString('latin1')
    .replace(/\0.*$/s, '')
    .trim()
