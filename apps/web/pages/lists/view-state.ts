import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { useAsk } from '../../../ui/queries.ts'

export type ListPage = 'worklist' | 'cases' | 'supervision'
export type ListView = AnswerOf<'casework.view.list'>['rows'][number]
export type ViewInput = Record<string, string>

/** The view chosen, by its id in the address. */
const CHOSEN = 'view'

/**
 * Saved views of a list and the address they are written into. `names`: what of the address makes a view. The list opens
 * with the reader's default view when its address says nothing.
 */
export function useViewState(page: ListPage, names: readonly string[]) {
  const [params, setParams] = useSearchParams()
  const { data } = useAsk('casework.view.list', { page })
  const views = data?.rows ?? []
  const input: ViewInput = Object.fromEntries(
    names.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : [])),
  )
  const apply = (view: ListView | null) =>
    setParams(view ? { ...view.input, [CHOSEN]: view.id } : {}, { replace: true })
  const isBare = Object.keys(input).length === 0 && !params.has(CHOSEN)
  const standard = views.find(({ isDefault }) => isDefault)
  const isOpened = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the views have come
  useEffect(() => {
    if (!data || isOpened.current) return
    isOpened.current = true
    if (isBare && standard) apply(standard)
  }, [data])
  const chosen = views.find(({ id }) => id === params.get(CHOSEN)) ?? null
  return { views, input, chosen, isChanged: chosen !== null && !isSame(chosen.input, input), apply }
}

const isSame = (a: ViewInput, b: ViewInput) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value)
