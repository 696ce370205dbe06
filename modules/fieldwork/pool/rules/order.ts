/** The home page of somebody: what they have chosen, as far as they may still see it; before they choose, everything. */
export function homeModules<M extends { code: string }>(modules: readonly M[], chosen: readonly string[] | null): M[] {
  if (chosen === null) return [...modules]
  return chosen.flatMap((code) => modules.find((module) => module.code === code) ?? [])
}

/** The list with one of it moved by so many places; at an end it stays. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = Math.min(list.length - 1, Math.max(0, from + by))
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, list[from]!)
}
