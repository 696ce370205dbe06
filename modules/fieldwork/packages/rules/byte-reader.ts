const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads what `ByteWriter` wrote. @throws RangeError where the bytes end too early */
export class ByteReader {
  at: number
  readonly #bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.at = at
  }

  byte(): number {
    if (this.at >= this.#bytes.length) throw new RangeError('the bytes end too early')
    return this.#bytes[this.at++]!
  }

  varint(): number {
    let value = 0
    let weight = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 0x7f) * weight
      if (byte < 0x80) return value
      weight *= 128
    }
  }

  zigzag(): number {
    const folded = this.varint()
    return folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2
  }

  uint32(): number {
    this.at += 4
    return this.#view.getUint32(this.at - 4, true)
  }

  double(): number {
    this.at += 8
    return this.#view.getFloat64(this.at - 8, true)
  }

  text(): string {
    const length = this.varint()
    if (this.at + length > this.#bytes.length) throw new RangeError('the bytes end too early')
    this.at += length
    return utf8.decode(this.#bytes.subarray(this.at - length, this.at))
  }
}
