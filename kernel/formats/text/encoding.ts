import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Finding } from '../delivery.ts'

export type Encoding = { name: string; how: 'asked' | 'cpg' | 'ldid' | 'mark' | 'detected' | 'assumed' }

/** dBASE language drivers met in China and in the fixtures. 0x57 only says «the ANSI page of that machine». */
const LANGUAGE_DRIVERS: Record<number, string> = {
  1: 'cp437',
  2: 'cp850',
  3: 'windows-1252',
  19: 'shift_jis',
  38: 'cp866',
  77: 'gbk',
  78: 'euc-kr',
  79: 'big5',
  80: 'windows-874',
  100: 'cp852',
  101: 'cp866',
  120: 'big5',
  121: 'euc-kr',
  122: 'gbk',
  123: 'shift_jis',
  124: 'windows-874',
  125: 'windows-1255',
  126: 'windows-1256',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
}

/** Code pages a .cpg names by number. */
const CODE_PAGES: Record<string, string> = {
  65001: 'utf-8',
  936: 'gbk',
  54936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
}

export const encodingOfLanguageDriver = (byte: number): string | undefined => LANGUAGE_DRIVERS[byte]

/** The encoding a name means («UTF-8», «ANSI 936», «GB2312», «ISO 88592»), or undefined when it means none we can read. */
export function encodingOfName(text: string): string | undefined {
  const name = text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
  const number = /^(?:ansi|cp|ms|windows-?|oem)?\s*(\d{3,5})$/.exec(name)?.[1]
  const iso = /^iso[-_ ]?8859[-_ ]?(\d{1,2})$/.exec(name)?.[1]
  const candidate = iso ? `iso-8859-${iso}` : number ? (CODE_PAGES[number] ?? `cp${number}`) : name
  if (candidate === '' || !iconv.encodingExists(candidate)) return undefined
  return /^(gbk|gb2312|cp936)$/.test(candidate) ? 'gbk' : candidate === 'utf8' ? 'utf-8' : candidate
}

/** A byte string to learn from; `full` when it fills its field, and so may end inside a character. */
export type Sample = { bytes: Uint8Array; full: boolean }

let strictGbk = new TextDecoder('gb18030', { fatal: true })

function isGbk(bytes: Uint8Array): boolean {
  try {
    strictGbk.decode(bytes)
    return true
  } catch {
    // A decoder that has thrown may keep half a character.
    strictGbk = new TextDecoder('gb18030', { fatal: true })
    return false
  }
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80)

/** Of UTF-8's sequences, Chinese characters start with E4–E9; GBK text looks like that only by accident. */
function looksLikeChineseUtf8(bytes: Uint8Array): boolean {
  let [chinese, others] = [0, 0]
  for (const byte of bytes) {
    if (byte >= 0xe4 && byte <= 0xe9) chinese++
    else if (byte >= 0xc2) others++
  }
  return chinese > 0 && chinese >= others * 4
}

export const isUtf16 = (name: string) => /^(utf-?16|ucs-?2)/.test(name)

const MAX_HALF_CHARACTER = 3

function fits(valid: (bytes: Uint8Array) => boolean, { bytes, full }: Sample): boolean {
  for (let cut = 0; cut <= (full ? MAX_HALF_CHARACTER : 0); cut++) {
    if (valid(bytes.subarray(0, Math.max(0, bytes.length - cut)))) return true
  }
  return false
}

/** Whether every sample can have been written in this encoding; only UTF-8 and GBK can be refuted. */
function possible(name: string, samples: Sample[]): boolean {
  if (name === 'utf-8') return samples.every((sample) => fits(isUtf8, sample))
  if (name === 'gbk' || name === 'gb18030') return samples.every((sample) => fits(isGbk, sample))
  return true
}

function detect(samples: Sample[]): Encoding {
  if (samples.length === 0) return { name: 'utf-8', how: 'assumed' }
  if (possible('utf-8', samples)) return { name: 'utf-8', how: 'detected' }
  if (possible('gbk', samples)) return { name: 'gbk', how: 'detected' }
  return { name: 'gbk', how: 'assumed' }
}

/**
 * Settles the encoding of byte strings. What a person asked for goes before the .cpg, the .cpg before the language
 * driver; a statement the bytes contradict is overruled and reported. Samples are whole field values.
 */
export function settleEncoding(
  values: Sample[],
  stated: { asked?: string; cpg?: string; ldid?: string },
): { encoding: Encoding; findings: Finding[] } {
  const samples = values.filter((value) => !isAscii(value.bytes))
  for (const how of ['asked', 'cpg', 'ldid'] as const) {
    const name = stated[how]
    if (!name) continue
    const found = detect(samples)
    const disguised =
      name === 'gbk' &&
      found.name === 'utf-8' &&
      samples.length > 0 &&
      samples.every((sample) => looksLikeChineseUtf8(sample.bytes))
    if (possible(name, samples) && !disguised) return { encoding: { name, how }, findings: [] }
    const params = { stated: name, by: how, used: found.name }
    return { encoding: found, findings: [{ code: 'formats.encoding.wrong', params }] }
  }
  const encoding = detect(samples)
  const findings =
    encoding.how === 'assumed' && samples.length > 0
      ? [{ code: 'formats.encoding.unsure', params: { used: encoding.name } }]
      : []
  return { encoding, findings }
}

/** Bytes to text; an undecodable byte becomes U+FFFD, which callers report. */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8' || encoding === 'gbk') return decoders[encoding].decode(bytes)
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: false })
}

const decoders = {
  'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
  gbk: new TextDecoder('gb18030', { ignoreBOM: true }),
}
