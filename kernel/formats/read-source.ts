import { readFile } from 'node:fs/promises'
import { invalid, Refusal } from '../problems/problem.ts'
import { reportUnread } from './archive/find-layers.ts'
import { type Archive, openArchive } from './archive/open-archive.ts'
import type { GdalFile } from './gdal/convert.ts'
import { readWithGdal } from './gdal/read-gdal.ts'
import type { Limits } from './limits.ts'
import { readZippedShapefile } from './shapefile/read-zipped.ts'
import type { SourceLayer } from './source-layer.ts'
import { readDemarcation } from './text/read-coordinate-text.ts'
import { readCsv } from './text/read-csv.ts'
import { readGeoJson } from './text/read-geojson.ts'
import { readKml } from './text/read-kml.ts'

export type ReadOptions = { encoding?: string; layer?: string; geometryOnly?: boolean }

type Content = Buffer | string

const endingOf = (name: string) => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
const stemOf = (name: string) => name.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '')

const SHAPEFILE_PARTS = new Set(['shp', 'shx', 'dbf', 'prj', 'cpg'])

type Reader = (name: string, bytes: Buffer, options: ReadOptions) => SourceLayer | Promise<SourceLayer>

const startsWith = (bytes: Buffer, signature: string) =>
  bytes.subarray(0, signature.length).toString('latin1') === signature

/** Hands a single file to GDAL once it begins as its ending promises. */
const throughGdal =
  (ending: string, signature: string): Reader =>
  (name, bytes, options) => {
    if (!startsWith(bytes, signature)) throw new Refusal(invalid('formats.file.not-what-it-says', { name, ending }))
    return readWithGdal(ending, [{ path: `delivery.${ending}`, bytes }], `delivery.${ending}`, options)
  }

/** Single files by their ending. */
const READERS: Record<string, Reader> = {
  geojson: readGeoJson,
  json: readGeoJson,
  csv: readCsv,
  kml: readKml,
  txt: readDemarcation,
  gpkg: throughGdal('gpkg', 'SQLite format 3\0'),
  fgb: throughGdal('fgb', 'fgb'),
  dxf: throughGdal('dxf', ''),
}

const GEODATABASE = /^(?:.*\/)?([^/]+)\.gdb\/[^/]+$/i

/** The files of the one geodatabase of an archive, laid out in a folder of their own. */
async function readGeodatabase(archive: Archive, options: ReadOptions): Promise<SourceLayer> {
  const inside = archive.names.filter((name) => GEODATABASE.test(name))
  const folders = new Set(inside.map((name) => name.slice(0, name.lastIndexOf('/'))))
  if (folders.size > 1)
    throw new Refusal(invalid('formats.zip.several-geodatabases', { folders: [...folders].join(', ') }))
  const files: GdalFile[] = []
  for (const name of inside)
    files.push({ path: `delivery.gdb/${name.slice(name.lastIndexOf('/') + 1)}`, bytes: await archive.read(name) })
  const layer = await readWithGdal('filegdb', files, 'delivery.gdb', options)
  const unread = archive.names.filter((name) => !inside.includes(name))
  return { ...layer, findings: [...layer.findings, ...reportUnread(unread)] }
}

const isZip = (head: Buffer) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)

async function readBytes(content: Content): Promise<Buffer> {
  return typeof content === 'string' ? readFile(content) : content
}

async function readSingle(name: string, bytes: Buffer, options: ReadOptions): Promise<SourceLayer> {
  const ending = endingOf(name)
  if (SHAPEFILE_PARTS.has(ending)) throw new Refusal(invalid('formats.shp.alone', { name }))
  const reader = READERS[ending]
  if (!reader)
    throw new Refusal(invalid('formats.file.unknown', { name, known: `zip, ${Object.keys(READERS).join(', ')}` }))
  return reader(stemOf(name), bytes, options)
}

/** A shapefile, or the one file of another format an archive was made for. */
async function readArchive(archive: Archive, options: ReadOptions): Promise<SourceLayer> {
  if (archive.names.some((name) => GEODATABASE.test(name))) return readGeodatabase(archive, options)
  const endings = archive.names.map(endingOf)
  if (endings.some((ending) => SHAPEFILE_PARTS.has(ending))) return readZippedShapefile(archive, options)
  const name = chooseFile(archive.names, options.layer)
  const layer = await readSingle(name, await archive.read(name), options)
  const unread = archive.names.filter((other) => other !== name)
  return { ...layer, findings: [...layer.findings, ...reportUnread(unread)] }
}

/** A text beside data is a note; several data files are a choice the sender makes. */
function chooseFile(names: string[], layer: string | undefined): string {
  const readable = names.filter((name) => READERS[endingOf(name)])
  const data = readable.filter((name) => endingOf(name) !== 'txt')
  const candidates = data.length > 0 ? data : readable
  if (candidates.length === 0)
    throw new Refusal(invalid('formats.zip.no-layer', { files: names.slice(0, 10).join(', ') }))
  const named = candidates.filter((name) => stemOf(name) === layer)
  const wanted = candidates.length === 1 ? candidates : named
  if (wanted.length !== 1)
    throw new Refusal(invalid('formats.layer.several', { layers: candidates.map(stemOf).join(', ') }))
  return wanted[0]!
}

/** Tells the format by content, then by the ending of the name, and reads the one layer. */
export async function readSource(
  name: string,
  content: Content,
  head: Buffer,
  options: ReadOptions,
  limits: Limits,
): Promise<SourceLayer> {
  if (!isZip(head)) {
    if (endingOf(name) === 'zip') throw new Refusal(invalid('formats.zip.not-a-zip', { name }))
    return readSingle(name, await readBytes(content), options)
  }
  const archive = await openArchive(content, limits)
  try {
    return await readArchive(archive, options)
  } finally {
    archive.close()
  }
}
