import { invalid, Refusal } from '../../problems/problem.ts'
import type { Delivery, Finding } from '../delivery.ts'
import { refuseTooLarge } from '../limits.ts'
import { decodeText, encodingOfName, settleEncoding } from './encoding.ts'

export type DecodedFile = { text: string; encoding: Delivery['encoding']; findings: Finding[] }

/** JavaScript holds no longer string; such a file should come as GeoPackage. */
const MAX_TEXT_BYTES = 500 * 1024 * 1024

/** A whole text file; the byte order mark decides first, then what was asked for, then the bytes. */
export function decodeFile(bytes: Buffer, asked: string | undefined): DecodedFile {
  refuseTooLarge(bytes.length, MAX_TEXT_BYTES)
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (mark) return { text: decodeText(bytes.subarray(2), mark), encoding: { name: mark, how: 'mark' }, findings: [] }
  if (bytes.indexOf(0) >= 0) throw new Refusal(invalid('formats.text.binary'))
  const settled = settleEncoding([{ bytes, full: false }], { asked: asked && encodingOfName(asked) })
  const text = decodeText(bytes, settled.encoding.name).replace(/^\uFEFF/, '')
  const undecodable = text.split('\uFFFD').length - 1
  const findings = [...settled.findings]
  if (undecodable > 0) findings.push({ code: 'formats.text.undecodable', params: { characters: undecodable } })
  return { text, encoding: settled.encoding, findings }
}
