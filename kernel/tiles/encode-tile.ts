import { ProtobufWriter } from './protobuf-writer.ts'

export type Value = string | number | null
export type TileFeature = { id: number; geometry: readonly number[]; properties: Readonly<Record<string, Value>> }

export const EXTENT = 4096
const POLYGON = 3

/**
 * One layer of polygons as a Mapbox Vector Tile 2.1 (field numbers of vector_tile.proto). Null properties are left out;
 * a tile without features is no bytes at all.
 */
export function encodeTile(name: string, features: readonly TileFeature[]): Uint8Array {
  if (features.length === 0) return new Uint8Array()
  const layer = new ProtobufWriter()
  const keys = new Numbering<string>()
  const values = new Numbering<string | number>()
  layer.varintField(15, 2)
  layer.stringField(1, name)
  const message = new ProtobufWriter()
  const scratch = new ProtobufWriter()
  for (const feature of features) {
    writeFeature(message.reset(), feature, tagsOf(feature, keys, values), scratch)
    layer.bytesField(2, message.finish())
  }
  for (const key of keys.all()) layer.stringField(3, key)
  for (const value of values.all()) layer.bytesField(4, encodeValue(message.reset(), value))
  layer.varintField(5, EXTENT)
  const tile = new ProtobufWriter()
  tile.bytesField(3, layer.finish())
  return tile.finish().slice()
}

function tagsOf({ properties }: TileFeature, keys: Numbering<string>, values: Numbering<string | number>): number[] {
  const tags: number[] = []
  for (const [key, value] of Object.entries(properties)) {
    if (value !== null) tags.push(keys.of(key), values.of(value))
  }
  return tags
}

function writeFeature(writer: ProtobufWriter, feature: TileFeature, tags: number[], scratch: ProtobufWriter): void {
  writer.varintField(1, feature.id)
  writer.packedField(2, tags, scratch)
  writer.varintField(3, POLYGON)
  writer.packedField(4, feature.geometry, scratch)
}

function encodeValue(writer: ProtobufWriter, value: string | number): Uint8Array {
  if (typeof value === 'string') writer.stringField(1, value)
  else if (Number.isSafeInteger(value) && value >= 0) writer.varintField(5, value)
  else writer.doubleField(3, value)
  return writer.finish()
}

/** Numbers things from 0 in the order they first appear. */
class Numbering<T> {
  readonly #places = new Map<T, number>()

  of(thing: T): number {
    const known = this.#places.get(thing)
    if (known !== undefined) return known
    this.#places.set(thing, this.#places.size)
    return this.#places.size - 1
  }

  all(): Iterable<T> {
    return this.#places.keys()
  }
}
