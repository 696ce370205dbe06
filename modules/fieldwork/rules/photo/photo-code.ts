import { fromHex, toHex } from '../../../../kernel/crypto/bytes.ts'
import { canonicalJson } from '../../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../../kernel/crypto/sm3.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'

/** What is known of a photo before it is drawn. */
export type ShotFacts = {
  taskId: string
  device: string
  person: string
  /** ISO instant */
  takenAt: string
  position: Position | null
  accuracy: number | null
  altitude: number | null
  azimuth: number | null
  pitch: number | null
  roll: number | null
  /** degrees, east positive: the azimuth is from true north; left out: from magnetic north, as older phones sign it */
  declination?: number
  /** ISO instant the position was measured; left out by older phones */
  positionAt?: string
}

/** What a device signs: the facts, and the picture they belong to (SHA-256, hexadecimal, of the JPEG without its EXIF). */
export type SignedShot = ShotFacts & { picture: string }

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const bytesOf = (shot: SignedShot) => new TextEncoder().encode(canonicalJson(shot))

/** A key that signs and never leaves the device, and its public half to be registered. */
export async function newDeviceKey(): Promise<{ key: CryptoKey; publicKey: JsonWebKey }> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  return { key: privateKey, publicKey: await crypto.subtle.exportKey('jwk', publicKey) }
}

/** r ‖ s in hexadecimal. */
export const signShot = async (shot: SignedShot, key: CryptoKey): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, bytesOf(shot))))

/** Whether the device with this key has signed exactly this. Nothing else than a key and a signature is «no». */
export async function isSignedBy(shot: SignedShot, signature: string, publicKey: JsonWebKey): Promise<boolean> {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false
  const key = await crypto.subtle.importKey('jwk', publicKey, ALGORITHM, false, ['verify']).catch(() => undefined)
  return key !== undefined && crypto.subtle.verify(ALGORITHM, key, Uint8Array.from(fromHex(signature)), bytesOf(shot))
}

/** 校验码: what EXIF carries as ImageUniqueID; made of the signature, so nobody without the key can make one. */
export const photoCode = (signature: string): string => sm3(signature).slice(0, 16)

/** What is drawn onto the picture, which the picture's own digest cannot be part of: changed facts show at once. */
export const stampCode = (facts: ShotFacts): string => sm3(canonicalJson(facts)).slice(0, 8).toUpperCase()
