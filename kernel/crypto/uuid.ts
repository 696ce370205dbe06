import { toHex } from './bytes.ts'

/**
 * UUID version 7 (RFC 9562 §5.7): sorts by time of making.
 * @param now milliseconds since 1970
 * @param random at least 10 bytes from a cryptographic source
 */
export function uuidv7(now: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('uuidv7 needs 10 random bytes')
  if (!Number.isInteger(now) || now < 0 || now >= 2 ** 48)
    throw new RangeError('uuidv7 needs whole milliseconds since 1970')
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Math.floor(now / 2 ** 16))
  view.setUint16(4, now % 2 ** 16)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = toHex(bytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** When a UUID of version 7 was made, milliseconds since 1970; undefined where the text is none. */
export function timeOfUuidv7(id: string): number | undefined {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) return undefined
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
