/** Where the reader was looking: every page's map opens there. */
export type View = { center: [number, number]; zoom: number }

const KEPT_UNDER = 'yutu.view'

export const keepView = (view: View) => sessionStorage.setItem(KEPT_UNDER, JSON.stringify(view))

export function keptView(): View | undefined {
  try {
    const view = JSON.parse(sessionStorage.getItem(KEPT_UNDER) ?? '') as View
    return Number.isFinite(view.zoom) && view.center.every(Number.isFinite) ? view : undefined
  } catch {
    return undefined
  }
}
