import type { Right } from './can.ts'

/** The data a role made on the page reaches; an empty list does not limit. */
export type RoleLimits = { areas: string[]; businesses: string[]; layers: string[] }
/** A right as stored: the grant, and what the role itself is limited to. */
export type StoredRight = Right & { limits: RoleLimits | null }

/** What is left of a granted role within the role's own limits: one right for each area and business; none where they do not meet. */
export function withinRole({ limits, ...right }: StoredRight): Right[] {
  if (!limits) return [right]
  const areas = limits.areas.length === 0 ? [right.area] : limits.areas.flatMap((area) => meet(area, right.area))
  const businesses = limits.businesses.filter((one) => right.business === '*' || one === right.business)
  const layers = limits.layers.length > 0 && { layers: limits.layers }
  return areas.flatMap((area) =>
    (limits.businesses.length === 0 ? [right.business] : businesses).map((business) => ({
      ...right,
      area,
      business,
      ...layers,
    })),
  )
}

/** Of two area code prefixes the one that lies in the other. */
function meet(a: string, b: string): string[] {
  if (a.startsWith(b)) return [a]
  return b.startsWith(a) ? [b] : []
}
