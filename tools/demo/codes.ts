import type { Land } from './land.ts'
import { townNames, villageNames } from './names.ts'

export const COUNTY_CODE = '610799'
export const COUNTY_NAME = '云栖县'

/** Code and names of one village; `code` has 12 digits. */
export type Village = { code: string; name: string; town: string; townName: string }
export type Town = { code: string; name: string }
export type Gazetteer = { towns: Town[]; villages: Village[] }

/** Numbers towns from 100 (the county town first) and villages from 200 within their town. */
export function nameTerritory(land: Land): Gazetteer {
  const rank = land.seats.map((_, i) => i).sort((a, b) => land.seats[b]!.radius - land.seats[a]!.radius)
  const names = townNames(land.seats.length)
  const towns: Town[] = []
  rank.forEach((town, place) => {
    towns[town] = { code: `${COUNTY_CODE}${100 + place}`, name: names[place]! }
  })
  const stems = villageNames(land.townOf.length, land.random.fork('village names'))
  const counters = towns.map(() => 200)
  const villages = land.townOf.map((town, i): Village => {
    const { code, name } = towns[town]!
    counters[town] = counters[town]! + 1
    return { code: `${code}${counters[town]}`, name: stems[i]!, town: code, townName: name }
  })
  return { towns, villages }
}

/** BSM: 6-digit county, 4 digits of the layer (from its YSDM), 8-digit sequence. */
export function featureMark(ysdm: string, sequence: number): string {
  return `${COUNTY_CODE}${ysdm.slice(4, 8)}${String(sequence).padStart(8, '0')}`
}

export const YSDM = {
  XZQ: '1000600100',
  CJDCQ: '1000600400',
  DLTB: '2001010100',
  YJJBNT: '2005010300',
  STBHHX: '2007030000',
  CZKFBJ: '2090020610',
  ZD: '6001010000',
  ZRZ: '6001030110',
} as const
