import { isUtf8 } from 'node:buffer'
import { invalid, Refusal } from '../../problems/problem.ts'

const UTF8_FLAG = 0x800
const SYMBOLIC_LINK = 0xa000
const FILE_TYPE = 0xf000

/** Chinese Windows writes entry names in GBK without saying so; the flag is trusted only when the bytes agree. */
export function decodeEntryName(raw: Buffer, flags: number): string {
  const utf8 = isUtf8(raw)
  if (!utf8 && flags & UTF8_FLAG) throw new Refusal(invalid('formats.zip.damaged', { entry: raw.toString('latin1') }))
  const name = utf8 ? raw.toString('utf8') : new TextDecoder('gb18030').decode(raw)
  return name.replaceAll('\\', '/')
}

/** Refuses names that would leave the folder they are unpacked into, and links, which point anywhere. */
export function refuseUnsafeEntry(name: string, externalAttributes: number): void {
  const climbs = name.split('/').includes('..')
  if (climbs || name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0')) {
    throw new Refusal(invalid('formats.zip.unsafe-path', { entry: name }))
  }
  if (((externalAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) {
    throw new Refusal(invalid('formats.zip.link', { entry: name }))
  }
}
