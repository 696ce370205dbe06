import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { canonicalJson } from '../crypto/canonical-json.ts'
import { type Receipt, type Signer, signReceipt } from '../crypto/receipt.ts'
import { sm3 } from '../crypto/sm3.ts'

/** A file inside the package. */
export type PackageEntry = { path: string; bytes: Uint8Array; mediaType: string }

type EntryRecord = { path: string; digest: string; size: number; mediaType: string }

const FORMAT = 'yutu.snapshot/1'

/** Everything about the case, and the digest of every file beside it: whoever holds the manifest's digest holds all. */
type Manifest = SnapshotContent & { format: typeof FORMAT; takenAt: string; entries: EntryRecord[] }

/** JSON only: dates as instants in text. */
export type SnapshotContent = {
  case: SnapshotCase
  forms: unknown
  tasks: unknown
  opinions: unknown
  history: unknown
  links: unknown
  /** the process the case ran on, so that the flow can be drawn again */
  process: unknown
  /** GeoJSON with its `crs`; null for a case without a place */
  scope: unknown
  overlay: unknown
  quality: unknown
  resources: unknown
}

type SnapshotCase = {
  id: string
  number: string
  title: string
  business: string
  areaCode: string
  organisation: string | null
  result: string | null
  openedAt: string
  closedAt: string | null
}

export type SealedPackage = { bytes: Uint8Array; digest: string; receipt: Receipt }

const MANIFEST = 'manifest.json'
const RECEIPT = 'receipt.json'

/** One ZIP: manifest.json, receipt.json and the files. The same content and instant give the same manifest digest. */
export function sealPackage(
  content: SnapshotContent,
  entries: PackageEntry[],
  signer: Signer,
  takenAt: Date,
): SealedPackage {
  const records = entries.map(({ path, bytes, mediaType }) => ({
    path,
    digest: sm3(bytes),
    size: bytes.length,
    mediaType,
  }))
  const manifest: Manifest = { ...content, format: FORMAT, takenAt: takenAt.toISOString(), entries: records }
  const text = canonicalJson(manifest)
  const receipt = signReceipt(strToU8(text), signer, takenAt.toISOString())
  const files: Zippable = { [MANIFEST]: strToU8(text), [RECEIPT]: strToU8(canonicalJson(receipt)) }
  for (const { path, bytes, mediaType } of entries) files[path] = [bytes, { level: isPacked(mediaType) ? 0 : 6 }]
  return { bytes: zipSync(files, { mtime: takenAt }), digest: receipt.digest, receipt }
}

/** Photos and archives do not get smaller. */
const isPacked = (mediaType: string): boolean =>
  /^(image\/(jpe?g|png|webp|heic)|video\/|application\/(zip|pdf))/.test(mediaType)

export type OpenedPackage = { manifest: Manifest; manifestText: string; entry(path: string): Uint8Array | undefined }

export function openPackage(bytes: Uint8Array): OpenedPackage {
  const files = unzipSync(bytes)
  const manifestText = strFromU8(files[MANIFEST] ?? new Uint8Array())
  return { manifest: JSON.parse(manifestText) as Manifest, manifestText, entry: (path) => files[path] }
}
