/** Bytes that are read where they are wanted: a file of this page's own storage, a file on a disk, memory. */
export type RangeSource = { size: number; read(at: number, length: number): Promise<Uint8Array> }

const PAGE = 32 * 1024

/** The pages read last; what of a file is looked at again mostly lies near. @param most so many pages are kept */
export function pagesOf(source: RangeSource, most = 128): (at: number, length: number) => Promise<Uint8Array> {
  const pages = new Map<number, Promise<Uint8Array>>()
  const page = (number: number): Promise<Uint8Array> => {
    const known = pages.get(number) ?? readPage(source, number)
    pages.delete(number)
    pages.set(number, known)
    known.catch(() => pages.delete(number))
    if (pages.size > most) pages.delete(pages.keys().next().value!)
    return known
  }
  return async (at, length) => {
    if (at < 0 || at + length > source.size) throw new RangeError('the file ends too early')
    const first = Math.floor(at / PAGE)
    const last = Math.floor((at + Math.max(1, length) - 1) / PAGE)
    if (first === last) return (await page(first)).subarray(at - first * PAGE, at - first * PAGE + length)
    // A long stretch would push out all that is kept.
    if (last - first > 8) return source.read(at, length)
    const parts = await Promise.all(Array.from({ length: last - first + 1 }, (_, k) => page(first + k)))
    return joined(parts).subarray(at - first * PAGE, at - first * PAGE + length)
  }
}

const readPage = (source: RangeSource, number: number) =>
  source.read(number * PAGE, Math.min(PAGE, source.size - number * PAGE))

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const memorySource = (bytes: Uint8Array): RangeSource => ({
  size: bytes.length,
  read: async (at, length) => bytes.slice(at, at + length),
})
