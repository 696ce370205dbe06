import { test } from 'node:test'
import { planarArea } from '../measures/planar-area.ts'
import { union } from '../overlay/union.ts'
import { repairPolygon } from '../repair/repair.ts'
import { type Drawing, INVALID, VALID } from './degenerate.testing.ts'
import { checkOrder, checkPieces, checkTable, shares } from './properties.testing.ts'
import { caseSeed, Random } from './random.testing.ts'
import { placement } from './shapes.testing.ts'
import { toWkt } from './wkt.testing.ts'

/** PROOF_CASES multiplies the number of cases; PROOF_RUN draws others. */
const TIMES = Number(process.env.PROOF_CASES ?? 1)
const RUN = Number(process.env.PROOF_RUN ?? 1)

/** Draws `cases` cases; one that fails is shown with its seed and as WKT. */
function forCases(
  draw: (random: Random) => Drawing,
  cases: number,
  check: (random: Random, drawing: Drawing, n: number) => void,
) {
  for (let n = 0; n < cases * TIMES; n++) {
    const seed = caseSeed(RUN, n)
    const random = new Random(seed)
    const { subject, features } = draw(random)
    const place = placement(random)
    const drawing = { subject: place(subject), features: features.map(place) }
    try {
      check(random, drawing, n)
    } catch (error) {
      throw new Error(`case ${n} (seed ${seed}): ${(error as Error).message}\n${[drawing.subject, ...drawing.features].map(toWkt).join('\n')}`) // biome-ignore format: one row
    }
  }
}

for (const [name, draw] of Object.entries(VALID)) {
  test(`${name}: areas and pieces`, () => {
    forCases(draw, name === 'parts that touch at corners' ? 2000 : 6800, (random, drawing, n) => {
      checkTable(random, drawing)
      checkPieces(drawing, planarArea(drawing.subject), shares(drawing))
      if (n % 10 === 0) checkOrder(random, drawing)
    })
  })
}

for (const [name, draw] of Object.entries(INVALID)) {
  test(`${name}: even-odd in areas and pieces, and as good as any once repaired`, () => {
    forCases(draw, name === 'tangles' ? 3000 : 4500, (random, drawing, n) => {
      checkPieces(drawing, planarArea(union([drawing.subject])), shares(drawing))
      if (n % 10 === 0) checkOrder(random, drawing)
      const repaired = [drawing.subject, ...drawing.features].map((geometry) => repairPolygon(geometry))
      const [subject, ...features] = repaired.flatMap((outcome) => ('rejected' in outcome ? [] : [outcome.geometry]))
      if (subject) checkTable(random, { subject, features })
    })
  })
}
