import { xchacha20poly1305 } from '@noble/ciphers/chacha'
import { concatBytes } from '../../../../kernel/crypto/bytes.ts'

const NONCE = 24
/** Stands in the JSON where bytes stood: from, length. */
type Hole = { $bytes: [number, number] }

/** A row (JSON, bytes in it allowed), sealed: nonce ‖ XChaCha20-Poly1305 over it. `context`, the row's address, is authenticated with it. */
export function sealRow(row: unknown, key: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE))
  const sealed = xchacha20poly1305(key, nonce, new TextEncoder().encode(context)).encrypt(packed(row))
  return Uint8Array.from(concatBytes(nonce, sealed))
}

/** Undefined when key, address or any byte is another. */
export function openRow(sealed: Uint8Array, key: Uint8Array, context: string): unknown {
  try {
    const cipher = xchacha20poly1305(key, sealed.subarray(0, NONCE), new TextEncoder().encode(context))
    return unpacked(cipher.decrypt(sealed.subarray(NONCE)))
  } catch {
    return undefined
  }
}

/** Length of the JSON (4 bytes) ‖ JSON ‖ all bytes of the row. */
function packed(row: unknown): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  const hole = (bytes: Uint8Array): Hole => {
    parts.push(bytes)
    at += bytes.length
    return { $bytes: [at - bytes.length, bytes.length] }
  }
  const json = JSON.stringify(row, (_, value: unknown) => {
    if (value instanceof Uint8Array) return hole(value)
    if (value instanceof ArrayBuffer) return hole(new Uint8Array(value))
    if (typeof Blob !== 'undefined' && value instanceof Blob) throw new TypeError('a sealed row holds no Blob')
    return value
  })
  const text = new TextEncoder().encode(json)
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, text.length)
  return concatBytes(length, text, ...parts)
}

function unpacked(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const body = bytes.subarray(4 + length)
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + length))
  // To look at every value takes longer than to open the row: most have no bytes.
  if (body.length === 0) return JSON.parse(text)
  return JSON.parse(text, (_, value: unknown) => {
    if (!isHole(value)) return value
    const [from, size] = value.$bytes
    return body.slice(from, from + size)
  })
}

const isHole = (value: unknown): value is Hole =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<Hole>).$bytes)
