import { sm4 as library } from 'sm-crypto-v2'
import { bytesOf, concatBytes } from './bytes.ts'

const NONCE = 12
const TAG = 16

/**
 * SM4-GCM (GB/T 32907-2016, GB/T 36624-2018): nonce (12 bytes) ‖ cipher text ‖ tag (16 bytes).
 * @param key 16 bytes
 * @param nonce 12 random bytes, never twice with one key
 * @param context authenticated but not hidden, e.g. `table|id|column|keyVersion`, so that a value cannot be moved elsewhere
 */
export function encryptSm4(
  plain: Uint8Array | string,
  key: Uint8Array,
  nonce: Uint8Array,
  context: string,
): Uint8Array {
  if (key.length !== 16) throw new RangeError('an SM4 key has 16 bytes')
  if (nonce.length !== NONCE) throw new RangeError('an SM4-GCM nonce has 12 bytes')
  const sealed = library.encrypt(bytesOf(plain), key, {
    mode: 'gcm',
    iv: nonce,
    associatedData: bytesOf(context),
    output: 'array',
    outputTag: true,
  })
  return concatBytes(nonce, sealed.output, sealed.tag!)
}

/** Undefined when key, context or any byte is not what was sealed: nothing of it may then be used. */
export function decryptSm4(sealed: Uint8Array, key: Uint8Array, context: string): Uint8Array | undefined {
  if (key.length !== 16) throw new RangeError('an SM4 key has 16 bytes')
  if (sealed.length < NONCE + TAG) return undefined
  try {
    return library.decrypt(sealed.subarray(NONCE, -TAG), key, {
      mode: 'gcm',
      iv: sealed.subarray(0, NONCE),
      associatedData: bytesOf(context),
      tag: sealed.subarray(-TAG),
      output: 'array',
    })
  } catch {
    return undefined
  }
}
