/** The most recently asked-for values up to a number of bytes; a key that changes with its source never goes stale. */
export class ByteCache {
  readonly #values = new Map<string, Uint8Array>()
  readonly #most: number
  #size = 0

  constructor(mostBytes: number) {
    this.#most = mostBytes
  }

  get(key: string): Uint8Array | undefined {
    const value = this.#values.get(key)
    if (!value) return undefined
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  set(key: string, value: Uint8Array): void {
    this.#drop(key)
    this.#values.set(key, value)
    this.#size += weight(key, value)
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.#most) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const value = this.#values.get(key)
    if (!value) return
    this.#values.delete(key)
    this.#size -= weight(key, value)
  }
}

const weight = (key: string, value: Uint8Array) => value.length + 2 * key.length + 100

export const tileCache = new ByteCache(64 * 1024 * 1024)
