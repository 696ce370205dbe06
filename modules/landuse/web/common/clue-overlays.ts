import type { FeatureCollection } from 'geojson'
import { collection } from '../../../../apps/ui/map/map-handle.ts'
import type { Overlay } from '../../../../apps/ui/map/overlay.ts'
import { conclusions } from '../../schema.ts'
import type { ClueRow, ClueView } from '../answers.ts'

/** Where the clues of a list lie: a dot each, in the colour of its conclusion; the open one shows its outline instead. */
export function dotsOf(rows: readonly ClueRow[], openClue: string | null): Overlay[] {
  return conclusions.map((tone) => ({
    id: `dots-${tone}`,
    tone,
    data: pointsOf(rows.filter(({ id, conclusion }) => conclusion === tone && id !== openClue)),
  }))
}

const pointsOf = (rows: readonly ClueRow[]): FeatureCollection =>
  collection(
    rows.map(({ box: [west, south, east, north] }) => ({
      geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
    })),
  )

/** The outline of a clue, as delivered where a repair changed it, and the ranges that are left to be handled. */
export function outlinesOf(clue: ClueView | undefined): Overlay[] {
  if (!clue) return []
  const ranges = collection(clue.ranges.map(({ geometry }) => ({ geometry })))
  const delivered = clue.delivered
    ? [{ id: 'delivered', tone: 'before', data: collection([{ geometry: clue.delivered }]) } as const]
    : []
  return [
    ...delivered,
    { id: 'range', tone: 'range', data: ranges },
    { id: 'clue', tone: 'clue', data: collection([{ geometry: clue.geometry }]) },
  ]
}
