/** Reads tiles back in tests; checked against the public fixtures, so that the encoder is not its own judge. */
type DecodedFeature = { id?: number; tags: number[]; type: number; geometry: number[] }
export type DecodedLayer = {
  version: number
  name: string
  extent: number
  keys: string[]
  values: (string | number | boolean)[]
  features: DecodedFeature[]
}

type Field = { field: number; number: number; bytes: Uint8Array; double: number }

export const decodeTile = (bytes: Uint8Array): DecodedLayer[] =>
  [...fieldsOf(bytes)].filter(({ field }) => field === 3).map(({ bytes: layer }) => decodeLayer(layer))

function decodeLayer(bytes: Uint8Array): DecodedLayer {
  const layer: DecodedLayer = { version: 1, name: '', extent: 4096, keys: [], values: [], features: [] }
  for (const { field, number, bytes: content } of fieldsOf(bytes)) {
    if (field === 15) layer.version = number
    if (field === 1) layer.name = text(content)
    if (field === 2) layer.features.push(decodeFeature(content))
    if (field === 3) layer.keys.push(text(content))
    if (field === 4) layer.values.push(decodeValue(content))
    if (field === 5) layer.extent = number
  }
  return layer
}

function decodeFeature(bytes: Uint8Array): DecodedFeature {
  const feature: DecodedFeature = { tags: [], type: 0, geometry: [] }
  for (const { field, number, bytes: content } of fieldsOf(bytes)) {
    if (field === 1) feature.id = number
    if (field === 2) feature.tags = varints(content)
    if (field === 3) feature.type = number
    if (field === 4) feature.geometry = varints(content)
  }
  return feature
}

function decodeValue(bytes: Uint8Array): string | number | boolean {
  const [{ field, number, bytes: content, double }] = [...fieldsOf(bytes)] as [Field]
  if (field === 1) return text(content)
  return field === 3 ? double : number
}

/** Rings in tile units from drawing commands; closed rings repeat their first position. */
export function ringsOf(commands: number[]): [number, number][][] {
  const rings: [number, number][][] = []
  const unzigzag = (value: number) => (value % 2 ? -(value + 1) / 2 : value / 2)
  let at = 0
  let [x, y] = [0, 0]
  while (at < commands.length) {
    const id = commands[at]! & 7
    const count = commands[at++]! >> 3
    if (id === 7) rings.at(-1)!.push(rings.at(-1)![0]!)
    for (let k = 0; id !== 7 && k < count; k++) {
      x += unzigzag(commands[at++]!)
      y += unzigzag(commands[at++]!)
      if (id === 1) rings.push([])
      rings.at(-1)!.push([x, y])
    }
  }
  return rings
}

function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cursor = { at: 0 }
  while (cursor.at < bytes.length) {
    const tag = varint(bytes, cursor)
    const found: Field = { field: Math.floor(tag / 8), number: 0, bytes: new Uint8Array(), double: 0 }
    if (tag % 8 === 0) found.number = varint(bytes, cursor)
    if (tag % 8 === 1) {
      found.double = view.getFloat64(cursor.at, true)
      cursor.at += 8
    }
    if (tag % 8 === 5) {
      found.double = view.getFloat32(cursor.at, true)
      cursor.at += 4
    }
    if (tag % 8 === 2) {
      const length = varint(bytes, cursor)
      found.bytes = bytes.subarray(cursor.at, cursor.at + length)
      cursor.at += length
    }
    yield found
  }
}

function varint(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0
  for (let power = 1; ; power *= 128) {
    const byte = bytes[cursor.at++]!
    value += (byte & 0x7f) * power
    if (byte < 0x80) return value
  }
}

function varints(bytes: Uint8Array): number[] {
  const cursor = { at: 0 }
  const values: number[] = []
  while (cursor.at < bytes.length) values.push(varint(bytes, cursor))
  return values
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
