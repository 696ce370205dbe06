import { open } from 'node:fs/promises'
import { invalid, Refusal } from '../problems/problem.ts'
import { checkNumbers, checkRow } from './crs/check-rows.ts'
import { settleCrs } from './crs/settle.ts'
import type { Delivery } from './delivery.ts'
import { DEFAULT_LIMITS, type Limits, refuseTooLarge } from './limits.ts'
import { type ReadOptions, readSource } from './read-source.ts'
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

const HEAD_BYTES = 16

type Opened = { size: number; head: Buffer; content: Buffer | string }

async function openSource(source: DeliverySource): Promise<Opened> {
  if ('bytes' in source) {
    const content = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
    return { size: content.length, head: content.subarray(0, HEAD_BYTES), content }
  }
  const file = await open(source.path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return { size, head: buffer.subarray(0, bytesRead), content: source.path }
  } finally {
    await file.close()
  }
}

async function readLayer(source: DeliverySource, options: ReadOptions, limits: Limits): Promise<SourceLayer> {
  const { size, head, content } = await openSource(source)
  if (size === 0) throw new Refusal(invalid('formats.file.empty', { name: source.name }))
  refuseTooLarge(size, limits.sourceBytes)
  const layer = await readSource(source.name, content, head, options, limits)
  if (layer.rows.length === 0) throw new Refusal(invalid('formats.layer.empty', { layer: layer.layerName }))
  return layer
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
 * Reads a delivered data set: zipped shapefile, GeoJSON, CSV. Every row of the source is in `rows`: accepted, repaired
 * (its findings say what and by how much) or rejected with a reason. Refuses (codes `formats.…`) what cannot be read
 * safely or without guessing.
 */
export async function readDelivery(source: DeliverySource, options: DeliveryOptions = {}): Promise<Delivery> {
  const layer = await readLayer(source, options, { ...DEFAULT_LIMITS, ...options.limits })
  return settle(layer, options.declaredCrs)
}
