import { useSearchParams } from 'react-router'

export type TrackingFilter = { year?: number; item?: string; area?: string }
export type FilterChange = { year?: number | undefined; item?: string | undefined; area?: string | undefined }

/** The filter lies in the address, so that a view can be sent to somebody. */
export function useTrackingFilter(): { filter: TrackingFilter; change: (next: FilterChange) => void } {
  const [asked, setAsked] = useSearchParams()
  const [year, item, area] = [asked.get('year'), asked.get('item'), asked.get('area')]
  const filter = { ...(year && { year: Number(year) }), ...(item && { item }), ...(area && { area }) }
  const change = (next: FilterChange) =>
    setAsked(
      (before) => {
        for (const [name, value] of Object.entries(next))
          if (value === undefined) before.delete(name)
          else before.set(name, String(value))
        return before
      },
      { replace: true },
    )
  return { filter, change }
}
