import { bytesOf, concatBytes, toHex } from './bytes.ts'
import { PortableSm3 } from './sm3-portable.ts'

type NativeCrypto = typeof import('node:crypto')
type KeyObject = import('node:crypto').KeyObject

/** Present on servers whose OpenSSL knows SM3; asked for at run time so that a browser bundle never needs Node. */
const native = ((): NativeCrypto | undefined => {
  const crypto = globalThis.process?.getBuiltinModule?.('node:crypto')
  return crypto?.getHashes().includes('sm3') ? crypto : undefined
})()

/** Takes a long input in parts: files, exports. Text is hashed as UTF-8. */
export interface Sm3Hasher {
  update(data: Uint8Array | string): Sm3Hasher
  /** 64 hexadecimal digits; the hasher is used up. */
  digest(): string
}

export function createSm3(): Sm3Hasher {
  const hash = native?.createHash('sm3')
  return hash
    ? hasherOver(
        (data) => hash.update(data),
        () => hash.digest('hex'),
      )
    : portableHasher()
}

function portableHasher(): Sm3Hasher {
  const hash = new PortableSm3()
  return hasherOver(
    (data) => hash.update(bytesOf(data)),
    () => toHex(hash.digest()),
  )
}

function hasherOver(take: (data: Uint8Array | string) => unknown, digest: () => string): Sm3Hasher {
  const hasher: Sm3Hasher = {
    update(data) {
      take(data)
      return hasher
    },
    digest,
  }
  return hasher
}

function sm3Bytes(data: Uint8Array): Uint8Array {
  if (native) return native.createHash('sm3').update(data).digest()
  const hasher = new PortableSm3()
  hasher.update(data)
  return hasher.digest()
}

/** SM3 (GB/T 32905-2016) of bytes, or of text as UTF-8: 64 hexadecimal digits. */
export function sm3(data: Uint8Array | string): string {
  return native?.hash ? native.hash('sm3', data, 'hex') : toHex(sm3Bytes(bytesOf(data)))
}

/** HMAC with SM3 (GB/T 15852.2, GM/T 0042-2015 annex D.3): 64 hexadecimal digits. A text key is taken as UTF-8. */
export function hmacSm3(key: Uint8Array | string, data: Uint8Array | string): string {
  if (native) return native.createHmac('sm3', keyOf(native, key)).update(data).digest('hex')
  return portableHmac(bytesOf(key), bytesOf(data))
}

const keys = new WeakMap<Uint8Array, KeyObject>()

/** Making OpenSSL's key of the bytes takes five times as long as the digest of a row. */
function keyOf(crypto: NativeCrypto, key: Uint8Array | string): KeyObject {
  if (typeof key === 'string') return crypto.createSecretKey(bytesOf(key))
  const known = keys.get(key) ?? crypto.createSecretKey(key)
  keys.set(key, known)
  return known
}

/** The same by RFC 2104 for browsers; exported so that one test holds both against the same vectors. */
export function portableHmac(key: Uint8Array, data: Uint8Array): string {
  const block = new Uint8Array(64)
  block.set(key.length > 64 ? sm3Bytes(key) : key)
  const inner = sm3Bytes(
    concatBytes(
      block.map((byte) => byte ^ 0x36),
      data,
    ),
  )
  return toHex(
    sm3Bytes(
      concatBytes(
        block.map((byte) => byte ^ 0x5c),
        inner,
      ),
    ),
  )
}
