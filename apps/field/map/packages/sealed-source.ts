import type { RangeSource } from '../../../../modules/fieldwork/packages/rules/reference/read-pages.ts'

/** AES counts its blocks of 16 bytes; any of them can be opened by itself. */
const BLOCK = 16

/**
 * Opens and seals stretches of a file (AES-256-CTR; a part's place in the manifest makes its counter). The key lies sealed in the
 * phone's database, so that files of a lost phone say nothing. What they should be is checked when they are fetched.
 */
export async function sealOf(key: Uint8Array<ArrayBuffer>, part: number) {
  const secret = await crypto.subtle.importKey('raw', key, 'AES-CTR', false, ['encrypt', 'decrypt'])
  const counterAt = (at: number) => {
    const counter = new DataView(new ArrayBuffer(BLOCK))
    counter.setUint32(0, part)
    counter.setUint32(12, at / BLOCK)
    return { name: 'AES-CTR', counter: counter.buffer, length: 32 }
  }
  return {
    /** @param at a multiple of 16 */
    seal: async (at: number, bytes: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.encrypt(counterAt(at), secret, bytes)),
    open: async (at: number, bytes: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.decrypt(counterAt(at), secret, bytes)),
  }
}

export type Seal = Awaited<ReturnType<typeof sealOf>>

/** A sealed file read by range. */
export const sealedSource = (file: Blob, seal: Seal): RangeSource => ({
  size: file.size,
  async read(at, length) {
    const start = at - (at % BLOCK)
    const sealed = new Uint8Array(await file.slice(start, at + length).arrayBuffer())
    return (await seal.open(start, sealed)).subarray(at - start)
  },
})
