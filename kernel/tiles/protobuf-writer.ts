const utf8 = new TextEncoder()

/** As much of Protocol Buffers as a vector tile needs, into one growing buffer. */
export class ProtobufWriter {
  #bytes = new Uint8Array(1024)
  #length = 0

  varint(value: number): void {
    this.#reserve(10)
    let rest = value
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
      // Division, not a shift: values may be beyond 32 bits (feature ids).
      rest = Math.floor(rest / 128)
    }
    this.#bytes[this.#length++] = rest
  }

  varintField(field: number, value: number): void {
    this.varint(field * 8)
    this.varint(value)
  }

  doubleField(field: number, value: number): void {
    this.varint(field * 8 + 1)
    this.#reserve(8)
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value, true)
    this.#length += 8
  }

  bytesField(field: number, value: Uint8Array): void {
    this.varint(field * 8 + 2)
    this.varint(value.length)
    this.#reserve(value.length)
    this.#bytes.set(value, this.#length)
    this.#length += value.length
  }

  stringField(field: number, value: string): void {
    this.bytesField(field, utf8.encode(value))
  }

  packedField(field: number, values: readonly number[], scratch: ProtobufWriter): void {
    scratch.reset()
    for (const value of values) scratch.varint(value)
    this.bytesField(field, scratch.finish())
  }

  /** What was written, good until the next write. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  /** Empty again, with its memory kept for the next message. */
  reset(): this {
    this.#length = 0
    return this
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
  }
}
