import { useSearchParams } from 'react-router'

export type TableState = {
  page: number
  /** Where a list that does not count goes on. */
  after: string | undefined
  pageSize: number
  sort: string | undefined
  filters: Record<string, string>
}

const PAGE_SIZE = 50
const OWN = new Set(['page', 'pageSize', 'sort', 'after'])

/**
 * Page, sort and filters of a table, kept in the address: a reload or a sent link shows the same rows. Only names in
 * `filterNames` are taken as filters; the rest of the address is left alone.
 */
export function useTableState(filterNames: readonly string[]) {
  const [params, setParams] = useSearchParams()
  const state: TableState = {
    page: Math.max(1, Number(params.get('page') ?? 1) || 1),
    after: params.get('after') ?? undefined,
    pageSize: Number(params.get('pageSize') ?? PAGE_SIZE) || PAGE_SIZE,
    sort: params.get('sort') ?? undefined,
    filters: Object.fromEntries(filterNames.flatMap((name) => (params.get(name) ? [[name, params.get(name)!]] : []))),
  }
  const change = (entries: Record<string, string | number | undefined>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(entries)) {
          if (value === undefined || value === '') after.delete(name)
          else after.set(name, String(value))
        }
        return after
      },
      { replace: true },
    )
  return {
    state,
    toPage: (page: number, pageSize: number) =>
      change({ page: page === 1 ? undefined : page, pageSize: pageSize === PAGE_SIZE ? undefined : pageSize }),
    goAfter: (after: string | undefined) => change({ after }),
    sortBy: (sort: string | undefined) => change({ sort, page: undefined, after: undefined }),
    filterBy: (name: string, value: string | undefined) =>
      !OWN.has(name) && change({ [name]: value, page: undefined, after: undefined }),
    clear: () => change(Object.fromEntries([...filterNames, 'page', 'after'].map((name) => [name, undefined]))),
  }
}
