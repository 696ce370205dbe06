import { toHex } from '../../../../kernel/crypto/bytes.ts'

/**
 * What a person's data on a phone are sealed with (decisions/0009-sealed-phone.md): rows within a database transaction, which
 * ends at the first await, by a cipher that does not wait; files by the browser's own.
 */
export type DataKeys = { id: string; rows: Uint8Array; files: CryptoKey }

/** @param secret 32 random bytes, made by the server for one device */
export async function keysOf(secret: Uint8Array<ArrayBuffer>): Promise<DataKeys> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const part = async (name: string) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(name) },
        root,
        256,
      ),
    )
  const files = await crypto.subtle.importKey('raw', await part('yutu files'), 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { id: toHex(await part('yutu id')).slice(0, 16), rows: await part('yutu rows'), files }
}
