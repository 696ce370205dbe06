import type { Choice } from '../../../../modules/fieldwork/packages/schema.ts'

/** What a package is called: an area by its name; a box by its middle, tasks by what they are, in the reader's language. */
export function titleOf({ kind, box }: Choice, name: string, t: (key: string) => string): string {
  if (kind === 'area') return name
  if (kind === 'tasks' || !box) return t(`field.packages.kind.${kind}`)
  const [west, south, east, north] = box.split(',').map(Number) as [number, number, number, number]
  return `${t('field.packages.kind.box')} ${((west + east) / 2).toFixed(3)}, ${((south + north) / 2).toFixed(3)}`
}
