import { landuseRows } from './landuse-survey3.ts'

const byCode = new Map(landuseRows.map((row) => [row[0], row]))

/** 农用地 | 建设用地 | 未利用地, by the table: it cannot be told from the digits. Undefined for an unknown code or a heading. */
export function threeClassOf(dlbm: string): string | undefined {
  const threeClass = byCode.get(dlbm)?.[2]
  return threeClass === '—' ? undefined : threeClass
}

/** First level of a class, `00` for the wetlands whose digits say otherwise; suffixed classes (K, A) go by their base. */
export function levelOneOf(dlbm: string): string | undefined {
  const parent = byCode.get(dlbm)?.[1]
  if (parent === undefined) return undefined
  return parent === '' ? dlbm : parent.length > 2 ? levelOneOf(parent) : parent
}

export const landuseName = (dlbm: string) => byCode.get(dlbm)?.[3]

/** 耕地: 0101 0102 0103. Adjustable classes (K) are not cultivated land. */
export const isCultivated = (dlbm: string) => dlbm === '0101' || dlbm === '0102' || dlbm === '0103'
