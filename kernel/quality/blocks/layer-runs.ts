import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from '../../crypto/uuid.ts'
import { json, type Trx } from '../../db/database.ts'
import type { Box } from '../../geometry/types.ts'
import { layerNamed } from '../../layers/registry.ts'
import { insertIssues } from '../insert-issues.ts'
import { type Issue, rulesFor } from '../judge.ts'
import { repeatedInLayer } from '../repeated-in-layer.ts'
import { surveyRules } from '../rule-sets.ts'
import type { QualityTables } from '../tables.ts'
import type { BlockLeft } from './block-left.ts'
import type { LayerPlace } from './layer-place.ts'
import { planBlocks } from './plan-blocks.ts'

/** `rules`: ids; null is every rule of the set that the layer has the fields for. */
export type NewLayerRun = {
  layer: string
  area: string
  rules: readonly string[] | null
  repeats?: string
  asOf: Date
  by: string
  now: Date
}

export type LayerRunRow = QualityTables['quality_run'] & { layer: string; area: string; as_of: Date }

/** `box` null: the rules that compare all features of the layer with each other. */
export type OpenBlock = { ordinal: number; box: Box | null; count: number }

type JudgedRows = { ordinal: number; count: number; issues: readonly Issue[]; left?: BlockLeft; now: Date }

/** Keeps what is to be judged, by which rules; the judging is asked for apart. Returns the run's id. */
export async function openLayerRun(trx: Trx, run: NewLayerRun): Promise<string> {
  const id = uuidv7(run.now.getTime(), randomBytes(10))
  await trx
    .withTables<QualityTables>()
    .insertInto('quality_run')
    .values({
      ...{ id, subject: `layer:${run.layer}`, layer: run.layer, area: run.area, as_of: run.asOf },
      ...{ rule_set: surveyRules.name, rule_set_version: surveyRules.version, rules: run.rules && [...run.rules] },
      ...{ feature_count: 0, repeats: run.repeats ?? null, made_by: run.by, made_at: run.now, ended_at: null },
      parameters: json({}),
    })
    .execute()
  return id
}

export async function readLayerRun(trx: Trx, id: string): Promise<LayerRunRow | undefined> {
  const row = await trx
    .withTables<QualityTables>()
    .selectFrom('quality_run')
    .selectAll()
    .where('id', '=', id)
    .where('as_of', 'is not', null)
    .executeTakeFirst()
  return row as LayerRunRow | undefined
}

export const placeOf = ({ layer, as_of, area }: LayerRunRow): LayerPlace => ({
  layer: layerNamed(layer),
  asOf: as_of,
  area,
})

/** Cuts the layer into blocks, once; a run that has them keeps them. */
export async function planRun(trx: Trx, run: LayerRunRow, most?: number): Promise<void> {
  const { rows } = await sql`select 1 from quality_block where run = ${run.id} limit 1`.execute(trx)
  if (rows.length) return
  const blocks = await planBlocks(trx, placeOf(run), most)
  const values = [...blocks, { box: null, count: 0 }].map((block, ordinal) => ({ ...block, ordinal }))
  await sql`insert into quality_block (run, ordinal, box, feature_count)
    select ${run.id}, b.ordinal, b.box, b.count
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) b(ordinal int, box float8[], count int)`.execute(trx)
}

/** The blocks that have not been judged, in order, and how far the run is in features. */
export async function openBlocks(trx: Trx, run: string): Promise<{ blocks: OpenBlock[]; done: number; total: number }> {
  const { rows } = await sql<{ done: number; total: number }>`select
      coalesce(sum(feature_count) filter (where done_at is not null), 0)::int as done,
      coalesce(sum(feature_count), 0)::int as total from quality_block where run = ${run}`.execute(trx)
  const open = await sql<OpenBlock>`select ordinal, box, feature_count as count from quality_block
    where run = ${run} and done_at is null order by ordinal`.execute(trx)
  return { blocks: open.rows, ...rows[0]! }
}

/**
 * Writes a block's issues, what it leaves for `joinRun` and that it is done, in one transaction: a run that is killed neither
 * loses nor doubles one.
 */
export async function keepBlock(
  trx: Trx,
  run: LayerRunRow,
  { ordinal, count, issues, left = null, now }: JudgedRows,
): Promise<void> {
  const { rows } = await sql`update quality_block set done_at = ${now}, feature_count = ${count},
      pieces = ${left?.pieces ?? null}::bytea, tangled = ${left?.tangled ?? null}::bytea[]
    where run = ${run.id} and ordinal = ${ordinal} and done_at is null returning ordinal`.execute(trx)
  if (rows.length === 0) return
  await insertIssues(trx, run.id, issues)
  await sql`update quality_run set feature_count = feature_count + ${count} where id = ${run.id}`.execute(trx)
}

/** Values that no two features of the layer may share. */
export async function judgeWhole(trx: Trx, run: LayerRunRow): Promise<Issue[]> {
  const place = placeOf(run)
  const issues: Issue[] = []
  for (const rule of rulesFor(surveyRules, place.layer)) {
    if (!run.rules || run.rules.includes(rule.id)) issues.push(...(await repeatedInLayer(trx, rule, place)))
  }
  return issues
}
