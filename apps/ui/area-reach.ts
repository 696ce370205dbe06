type Named = { code: string; name: string }

/** The widest of the areas: the county, or the towns of whoever sees no more than those. */
export const widest = <A extends Named>(areas: readonly A[]): A[] =>
  areas.filter(({ code }) => !areas.some((other) => other.code !== code && code.startsWith(other.code)))

/** «城关镇、清水河镇 等 5 个»: at most two names; `more` says how many there are. */
export const reachOf = (areas: readonly Named[], more: (names: string, count: number) => string): string => {
  const names = widest(areas).map(({ name }) => name)
  const first = names.slice(0, 2).join('、')
  return names.length > 2 ? more(first, names.length) : first
}
