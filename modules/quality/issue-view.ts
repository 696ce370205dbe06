import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { Position } from '../../kernel/geometry/types.ts'
import { layerNamed } from '../../kernel/layers/registry.ts'
import { columnRef, rowsAt } from '../../kernel/layers/rows.ts'
import type { LayerRunRow } from '../../kernel/quality/blocks/layer-runs.ts'
import { ruleText } from '../../kernel/quality/rule-sets.ts'
import type { StoredIssue } from '../../kernel/quality/runs.ts'
import { toDegrees } from '../onemap/api.ts'

/** More features of one issue than this are counted, not listed. */
const MOST_FEATURES = 50

export type IssueView = Omit<StoredIssue, 'at' | 'features'> & {
  title: { zh: string; en: string }
  /** of the measure */
  unit: string
  /** the first of them, by id */
  features: string[]
  featureCount: number
  /** what people call the first feature, and where it lies */
  number: string | null
  areaCode: string | null
  /** longitude and latitude */
  place: Position | null
}

export const placeInDegrees = (at: Position): Position => toDegrees([[[at]]])[0]![0]![0]!

/** Issues as a page shows them, with the numbers of their features as of the run, and names of those who settled them. */
export async function viewIssues(trx: Trx, run: LayerRunRow, issues: readonly StoredIssue[]): Promise<IssueView[]> {
  const first = issues.flatMap(({ features }) => features.slice(0, 1)).map(Number)
  const numbers = await numbersOf(trx, run, first)
  const people = await namesOf(trx, [...new Set(issues.flatMap(({ settledBy }) => settledBy ?? []))])
  return issues.map(({ at, features, ...issue }) => ({
    ...issue,
    settledBy: issue.settledBy && (people.get(issue.settledBy) ?? issue.settledBy),
    title: ruleText(issue.rule)?.title ?? { zh: issue.rule, en: issue.rule },
    unit: ruleText(issue.rule)?.unit ?? '',
    features: features.slice(0, MOST_FEATURES),
    featureCount: features.length,
    ...(numbers.get(Number(features[0])) ?? { number: null, areaCode: null }),
    place: at && placeInDegrees(at),
  }))
}

async function numbersOf(trx: Trx, { layer: name, as_of }: LayerRunRow, ids: readonly number[]) {
  const layer = layerNamed(name)
  const { rows } = await sql<{ id: number; number: string | null; areaCode: string | null }>`
    select f.id, ${columnRef(layer, layer.numberField ?? layer.identityField)}::text as number,
      ${columnRef(layer, layer.areaCodeField)}::text as "areaCode"
    from ${rowsAt(layer, as_of)} f where f.id = any(${ids}::bigint[])`.execute(trx)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

async function namesOf(trx: Trx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id::text as id, name from person
    where id::text = any(${ids}::text[])`.execute(trx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
