import { sm2 as library } from 'sm-crypto-v2'
import { bytesOf, concatBytes, fromHex, toHex } from './bytes.ts'
import { sm3 } from './sm3.ts'

export type Sm2KeyPair = {
  /** 64 hexadecimal digits */
  privateKey: string
  /** uncompressed point: 04 ‖ x ‖ y, 130 hexadecimal digits */
  publicKey: string
}

/** The user id where nothing else was agreed (GM/T 0009-2012 clause 10). */
export const DEFAULT_USER_ID = '1234567812345678'

/** Order of the curve (GB/T 32918.5-2017 clause 2). */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

/** Randomness comes from the platform's crypto.getRandomValues. */
export function generateKeyPair(): Sm2KeyPair {
  const { privateKey, publicKey } = library.generateKeyPairHex()
  return { privateKey, publicKey }
}

export const publicKeyOf = (privateKey: string): string => library.getPublicKeyFromPrivateKey(privateKey)

/** True for a point of the curve; check keys that come from outside. */
export function isPublicKey(publicKey: string): boolean {
  try {
    return /^04[0-9a-f]{128}$/i.test(publicKey) && library.verifyPublicKey(publicKey)
  } catch {
    return false
  }
}

/** Z of GB/T 32918.2-2016 clause 5.5: binds user id, curve and public key. 64 hexadecimal digits. */
export function zValue(publicKey: string, userId: string = DEFAULT_USER_ID): string {
  return toHex(library.getZ(publicKey, userId))
}

/** e = SM3(Z ‖ message), what is really signed. */
function messageDigest(message: Uint8Array | string, publicKey: string, userId: string): Uint8Array {
  return fromHex(sm3(concatBytes(fromHex(zValue(publicKey, userId)), bytesOf(message))))
}

/** Signature r ‖ s, 128 hexadecimal digits (GB/T 32918.2-2016 clause 6.1). */
export function sign(message: Uint8Array | string, keys: Sm2KeyPair, userId: string = DEFAULT_USER_ID): string {
  return library.doSignature(messageDigest(message, keys.publicKey, userId), keys.privateKey)
}

/** Never throws: a malformed signature or key is simply not valid. */
export function verify(
  message: Uint8Array | string,
  signature: string,
  publicKey: string,
  userId: string = DEFAULT_USER_ID,
): boolean {
  if (!/^[0-9a-f]{128}$/i.test(signature) || !isPublicKey(publicKey)) return false
  const halves = [BigInt(`0x${signature.slice(0, 64)}`), BigInt(`0x${signature.slice(64)}`)]
  if (halves.some((half) => half < 1n || half >= ORDER)) return false
  try {
    return library.doVerifySignature(messageDigest(message, publicKey, userId), signature, publicKey)
  } catch {
    return false
  }
}
