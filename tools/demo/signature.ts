import { createRandom, hashLabel } from './random.ts'

/** A hand's scrawl for an invented person, the same for the same name: a stroke a letter, in a box of 600 × 200. */
export function demoSignature(name: string): { path: string; width: number; height: number } {
  const random = createRandom(hashLabel(name))
  const step = 480 / name.length
  const strokes = [...name].map((_, k) => {
    const turns = [1, -1, 1, -1, 1].map(
      (down) => `${Math.round(random.between(0.05, 0.25) * step)} ${Math.round(down * random.between(40, 90))}`,
    )
    return `M${Math.round(60 + k * step)} ${random.whole(50, 90)}l${turns.join(' ')}`
  })
  return { path: strokes.join(''), width: 600, height: 200 }
}
