import type { MigratedCase } from '../../kernel/cases/migrate-case.ts'

const PAGE = 1000

/** Every case of a preview that answers by pages. */
export async function allCases(
  pageOf: (page: { after: string; limit: number }) => Promise<MigratedCase[]>,
): Promise<MigratedCase[]> {
  const all: MigratedCase[] = []
  for (let page = await pageOf({ after: '', limit: PAGE }); page.length > 0; ) {
    all.push(...page)
    if (page.length < PAGE) break
    page = await pageOf({ after: page.at(-1)!.number, limit: PAGE })
  }
  return all
}
