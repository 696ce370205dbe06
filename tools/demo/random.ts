/** A small seeded generator (sfc32): the demo county must be the same on every machine and every run. */
export type Random = {
  /** in [0, 1) */
  next(): number
  /** in [low, high) */
  between(low: number, high: number): number
  /** whole number in [low, high] */
  whole(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
  /** an independent stream: drawing from it leaves this one untouched */
  fork(label: string | number): Random
}

/** 32-bit FNV-1a of a label, used to derive seeds. */
export function hashLabel(label: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < label.length; i++) h = Math.imul(h ^ label.charCodeAt(i), 0x01000193)
  return h >>> 0
}

function sfc32(seed: number): () => number {
  let a = seed | 0
  let b = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  let c = Math.imul(seed ^ 0x7f4a7c15, 0xc2b2ae35)
  let counter = 1
  const next = () => {
    const t = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

export function createRandom(seed: number): Random {
  const next = sfc32(seed)
  const between = (low: number, high: number) => low + next() * (high - low)
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1))
  return {
    next,
    between,
    whole,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    chance: (probability) => next() < probability,
    fork: (label) => createRandom((seed ^ hashLabel(String(label))) >>> 0),
  }
}
