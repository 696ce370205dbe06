import { useState } from 'react'
import type { Input, Items, Rows } from '../api.ts'
import { useAsk } from '../queries.ts'
import type { TableState } from './use-table-state.ts'

export type Paging = 'pages' | 'cursor'

/** Rows of one page of either kind of list, and where its neighbours are. */
export function useRows<R>(
  query: string,
  asked: Input,
  paging: Paging,
  { page, pageSize, after }: TableState,
  refetchInterval?: number,
) {
  const place = paging === 'pages' ? { page, pageSize } : { limit: pageSize, after }
  const options = { keep: true, ...(refetchInterval && { refetchInterval }) }
  const { data, ...rest } = useAsk<Rows<R> | Items<R>>(query, { ...asked, ...place }, options)
  if (!data) return { ...rest, rows: undefined, total: undefined, next: null }
  return 'items' in data
    ? { ...rest, rows: data.items, total: undefined, next: data.next }
    : { ...rest, rows: data.rows, total: data.total, next: null }
}

/** The cursors that led here, so that one can go back; after a reload only the first page is known. */
export function useTrail(after: string | undefined, goAfter: (after: string | undefined) => void) {
  const [trail, setTrail] = useState<(string | undefined)[]>([])
  return {
    forth: (next: string) => {
      setTrail([...trail, after])
      goAfter(next)
    },
    back:
      after === undefined
        ? undefined
        : () => {
            goAfter(trail.at(-1))
            setTrail(trail.slice(0, -1))
          },
  }
}
