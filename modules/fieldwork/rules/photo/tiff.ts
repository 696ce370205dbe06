const TYPES = { byte: [1, 1], ascii: [2, 1], short: [3, 2], long: [4, 4], rational: [5, 4], undefined: [7, 1] } as const

/** One field of a directory (TIFF 6.0); a rational is two values, numerator and denominator. */
export type Entry = { tag: number; type: keyof typeof TYPES; values: number[] }

/** Text with its closing zero; what ASCII does not have is written as UTF-8, as readers expect. */
export const text = (tag: number, value: string): Entry => ({
  ...{ tag, type: 'ascii', values: [...new TextEncoder().encode(value), 0] },
})

export const unsigned = (tag: number, value: number): Entry => ({ tag, type: 'long', values: [value] })

/** A directory with what does not fit in its entries behind it, big-endian; `at`: where it begins in the file. */
export function ifd(entries: Entry[], at: number): number[] {
  const sorted = entries.toSorted((a, b) => a.tag - b.tag)
  const head = [...word(sorted.length, 2)]
  const tail: number[] = []
  const tailAt = at + 2 + 12 * sorted.length + 4
  for (const { tag, type, values } of sorted) {
    const [code, width] = TYPES[type]
    const bytes = values.flatMap((value) => word(value, width))
    const count = type === 'rational' ? values.length / 2 : values.length
    head.push(...word(tag, 2), ...word(code, 2), ...word(count, 4))
    if (bytes.length <= 4) head.push(...bytes, ...Array(4 - bytes.length).fill(0))
    else {
      head.push(...word(tailAt + tail.length, 4))
      tail.push(...bytes, ...(bytes.length % 2 ? [0] : []))
    }
  }
  return [...head, 0, 0, 0, 0, ...tail]
}

const word = (value: number, width: number): number[] =>
  Array.from({ length: width }, (_, k) => Math.floor(value / 256 ** (width - 1 - k)) % 256)
