import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../apps/server/config.ts'
import type { Position } from '../../kernel/geometry/types.ts'
import { dltb } from '../../kernel/layers/definitions/dltb.ts'
import { ReferenceWriter } from '../../modules/fieldwork/packages/rules/reference/write-reference.ts'
import { numbersFrom } from '../measure.ts'

export const EAST = 36_400_000
export const NORTH = 3_600_000
/** Metres: a parcel of the demo county is about so wide. */
export const SIDE = 60
const CORNERS = 12

/** A file of so many parcels in a square, made once: a dozen corners each on the 0.1 mm grid, and the fields of DLTB. */
export function polygonsFile(count: number): string {
  const path = join(root, '.cache', `bench-polygons-1-${count}.ytref`)
  if (existsSync(path)) return path
  const writer = new ReferenceWriter('DLTB', dltb.fields)
  const across = Math.ceil(Math.sqrt(count))
  const random = numbersFrom(7)
  for (let k = 0; k < count; k++) writer.add(parcel(k, across, random))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, writer.finish())
  return path
}

function parcel(k: number, across: number, random: () => number) {
  const [x, y] = [EAST + SIDE * (k % across), NORTH + SIDE * Math.floor(k / across)]
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / CORNERS
    const reach = SIDE * (0.35 + 0.14 * random())
    const at = (middle: number, off: number) => Math.round((middle + SIDE / 2 + reach * off) * 1e4) / 1e4
    return [at(x, Math.cos(angle)), at(y, Math.sin(angle))]
  })
  const attributes = {
    ...{
      BSM: String(610_799_200_100_000_000 + k),
      TBBH: String(k % 9999).padStart(4, '0'),
      DLBM: ['0101', '0103', '0301', '0702'][k % 4]!,
    },
    ...{
      DLMC: ['水田', '旱地', '乔木林地', '农村宅基地'][k % 4]!,
      QSXZ: '30',
      QSDWMC: `第${k % 300}村`,
      TBMJ: Math.round(280_000 * random()) / 100,
    },
  }
  return { id: k + 1, version: 1, geometry: [[[...ring, ring[0]!]]], attributes }
}
