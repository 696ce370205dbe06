import { stat } from 'node:fs/promises'
import { invalid, Refusal } from '../problems/problem.ts'
import { openArchive } from './archive/open-archive.ts'
import { checkNumbers, checkRow } from './crs/check-rows.ts'
import { settleCrs } from './crs/settle.ts'
import type { Delivery } from './delivery.ts'
import { DEFAULT_LIMITS, type Limits, refuseTooLarge } from './limits.ts'
import { readZippedShapefile } from './shapefile/read-zipped.ts'
import type { SourceLayer } from './source-layer.ts'

/** A file as uploaded: its name, and its bytes or where it lies. */
export type DeliverySource = { name: string; bytes: Uint8Array } | { name: string; path: string }

export type DeliveryOptions = {
  /** EPSG number a person gave when asked (refusal `formats.crs.unknown`). */
  declaredCrs?: number
  encoding?: string
  /** Which layer, after refusal `formats.layer.several`. */
  layer?: string
  /** Read a shapefile without its table; rows then have no attributes. */
  geometryOnly?: boolean
  limits?: Partial<Limits>
}

async function sizeAndHead(source: DeliverySource): Promise<{ size: number; content: Buffer | string }> {
  if ('bytes' in source) {
    const { bytes } = source
    return { size: bytes.byteLength, content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  }
  return { size: (await stat(source.path)).size, content: source.path }
}

async function readLayer(source: DeliverySource, options: DeliveryOptions, limits: Limits): Promise<SourceLayer> {
  const { size, content } = await sizeAndHead(source)
  if (size === 0) throw new Refusal(invalid('formats.file.empty', { name: source.name }))
  refuseTooLarge(size, limits.sourceBytes)
  const archive = await openArchive(content, limits)
  try {
    return await readZippedShapefile(archive, options)
  } finally {
    archive.close()
  }
}

/** Coordinates are checked before the system is settled, because one wild number must not decide it. */
function settle({ statedCrs, ...layer }: SourceLayer, declared: number | undefined): Delivery {
  const sound = layer.rows.map(checkNumbers)
  const { crs, findings } = settleCrs(sound, statedCrs, declared)
  return {
    ...layer,
    crs,
    rows: sound.map((row) => checkRow(row, crs.epsg)),
    findings: [...layer.findings, ...findings],
  }
}

/**
 * Reads a delivered data set. Every row of the source is in `rows`: accepted, repaired (its findings say what and by
 * how much) or rejected with a reason. Refuses (codes `formats.…`) what cannot be read safely or without guessing.
 */
export async function readDelivery(source: DeliverySource, options: DeliveryOptions = {}): Promise<Delivery> {
  const layer = await readLayer(source, options, { ...DEFAULT_LIMITS, ...options.limits })
  return settle(layer, options.declaredCrs)
}
