/** The quarter a delivery is about: as its name says («…2026Q3…», «2026年第3季度»), else the one that ended last. */
export function periodOf(fileName: string, now: Date): string {
  const named = /(20\d\d)\s*(?:年)?\s*[-_]?(?:Q|第)\s*([1-4一二三四])/i.exec(fileName)
  if (named) return `${named[1]}Q${'一二三四'.indexOf(named[2]!) + 1 || named[2]}`
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() - 3
  return `${Math.floor(months / 12)}Q${Math.floor((months % 12) / 3) + 1}`
}
