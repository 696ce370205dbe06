import { useState } from 'react'
import type { ProblemError } from '../../../ui/problem.ts'
import { useCall } from '../../../ui/queries.ts'
import type { Card } from './card.ts'

export type Cards = {
  rows: Card[]
  error: ProblemError | null
  star: (business: string) => void
  /** Changes places with the neighbour in the same group: −1 before, 1 behind. */
  move: (shown: readonly Card[], business: string, by: -1 | 1) => void
}

/** The cards as they stand, shown at once as they are put and kept for the person. */
export function useCards(asked: Card[]): Cards {
  const arrange = useCall('centre.business.arrange')
  const [mine, setMine] = useState<{ from: Card[]; rows: Card[] } | null>(null)
  const rows = mine?.from === asked ? mine.rows : asked
  const put = (next: Card[]) => {
    setMine({ from: asked, rows: next })
    const cards = next.map(({ business, isFavourite }) => ({ business, isFavourite }))
    arrange.mutate({ cards }, { onError: () => setMine(null) })
  }
  const star = (business: string) =>
    put(rows.map((card) => (card.business === business ? { ...card, isFavourite: !card.isFavourite } : card)))
  const move = (shown: readonly Card[], business: string, by: -1 | 1) => {
    const other = shown[shown.findIndex((card) => card.business === business) + by]
    if (!other) return
    const one = rows.find((card) => card.business === business)!
    put(rows.map((card) => (card === one ? other : card.business === other.business ? one : card)))
  }
  return { rows, error: arrange.error, star, move }
}
