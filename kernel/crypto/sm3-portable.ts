/** SM3 (GB/T 32905-2016) in plain TypeScript, for browsers; servers use the native one, which is about eight times faster. */
const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))
const p0 = (x: number): number => x ^ rotate(x, 9) ^ rotate(x, 17)
const p1 = (x: number): number => x ^ rotate(x, 15) ^ rotate(x, 23)

/** Clause 4.2 and 5.3.3: the constant of every round, turned already. */
const TURNED = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32))

/** Clause 5.3.2: 16 words of the block, big-endian, become 68. */
function expand(data: Uint8Array, at: number, words: Int32Array): void {
  for (let j = 0, k = at; j < 16; j++, k += 4)
    words[j] = (data[k]! << 24) | (data[k + 1]! << 16) | (data[k + 2]! << 8) | data[k + 3]!
  for (let j = 16; j < 68; j++) {
    const mixed = words[j - 16]! ^ words[j - 9]! ^ rotate(words[j - 3]!, 15)
    words[j] = p1(mixed) ^ rotate(words[j - 13]!, 7) ^ words[j - 6]!
  }
}

/** Clause 5.3.3: folds one 64-byte block into the eight registers. Plain numbers: a photo of 5 MB is folded before anybody waits. */
function compress(v: Int32Array, words: Int32Array): void {
  let a = v[0]!
  let b = v[1]!
  let c = v[2]!
  let d = v[3]!
  let e = v[4]!
  let f = v[5]!
  let g = v[6]!
  let h = v[7]!
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12)
    const ss1 = rotate((a12 + e + TURNED[j]!) | 0, 7)
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + (ss1 ^ a12) + (words[j]! ^ words[j + 4]!)) | 0
    const tt2 = (gg + h + ss1 + words[j]!) | 0
    d = c
    c = rotate(b, 9)
    b = a
    a = tt1
    h = g
    g = rotate(f, 19)
    f = e
    e = p0(tt2)
  }
  v[0]! ^= a
  v[1]! ^= b
  v[2]! ^= c
  v[3]! ^= d
  v[4]! ^= e
  v[5]! ^= f
  v[6]! ^= g
  v[7]! ^= h
}

export class PortableSm3 {
  readonly #registers = Int32Array.from(START)
  readonly #words = new Int32Array(68)
  readonly #block = new Uint8Array(64)
  #filled = 0
  #length = 0

  update(data: Uint8Array): void {
    this.#length += data.length
    for (let at = 0; at < data.length; ) {
      // Whole blocks are folded where they lie.
      if (this.#filled === 0 && data.length - at >= 64) {
        this.#fold(data, at)
        at += 64
        continue
      }
      const take = Math.min(64 - this.#filled, data.length - at)
      this.#block.set(data.subarray(at, at + take), this.#filled)
      this.#filled += take
      at += take
      if (this.#filled < 64) continue
      this.#fold(this.#block, 0)
      this.#filled = 0
    }
  }

  #fold(data: Uint8Array, at: number): void {
    expand(data, at, this.#words)
    compress(this.#registers, this.#words)
  }

  /** 32 bytes; the hasher is used up. */
  digest(): Uint8Array {
    const bits = BigInt(this.#length) * 8n
    this.#block[this.#filled++] = 0x80
    if (this.#filled > 56) {
      this.#block.fill(0, this.#filled)
      this.#fold(this.#block, 0)
      this.#filled = 0
    }
    this.#block.fill(0, this.#filled, 56)
    new DataView(this.#block.buffer).setBigUint64(56, bits)
    this.#fold(this.#block, 0)
    const out = new DataView(new ArrayBuffer(32))
    this.#registers.forEach((word, i) => {
      out.setInt32(4 * i, word)
    })
    return new Uint8Array(out.buffer)
  }
}
