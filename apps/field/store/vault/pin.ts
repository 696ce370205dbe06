import { openFile, sealFile } from '../../../../modules/fieldwork/rules/sealing/files.ts'
import type { WrappedByPin } from './kept-vault.ts'

/** PBKDF2 with SHA-256: OWASP's number for it (2023). A third of a second on a phone. */
const ITERATIONS = 600_000
export const TRIES = 5
export const PIN_FORM = /^\d{6,12}$/

/** @param pin six to twelve digits */
export async function wrapByPin(secret: Uint8Array<ArrayBuffer>, pin: string): Promise<WrappedByPin> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const key = await keyOfPin(pin, salt, ITERATIONS)
  return { salt, iterations: ITERATIONS, wrapped: await sealFile(secret, key, 'pin'), triesLeft: TRIES }
}

/** Undefined: another PIN. */
export async function unwrapByPin({ salt, iterations, wrapped }: WrappedByPin, pin: string) {
  const secret = await openFile(wrapped, await keyOfPin(pin, salt, iterations), 'pin')
  return secret && new Uint8Array(secret)
}

async function keyOfPin(pin: string, salt: BufferSource, iterations: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(way, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
