import type { Trx } from '../db/database.ts'
import { boundingBox } from '../geometry/measures/bounding-box.ts'
import type { Box, MultiPolygon } from '../geometry/types.ts'
import { readFeatures } from '../layers/read-features.ts'
import { layerNamed } from '../layers/registry.ts'
import { judge } from './judge.ts'
import type { JudgedFeature } from './rule.ts'
import { surveyRules } from './rule-sets.ts'
import { recordRun } from './runs.ts'

export type LayerRun = {
  layer: string
  subject: string
  within?: Box | MultiPolygon
  asOf?: Date
  by: string
  now: Date
}

/** Metres round what is judged in which neighbours are looked at. */
const AROUND = 1

/** Judges the features of a layer in a place (all without one) by the survey rules, and keeps the run. Returns its id. */
export async function judgeLayer(trx: Trx, { layer, subject, within, asOf, by, now }: LayerRun): Promise<string> {
  const features = await readFeatures(trx, layer, { within, asOf })
  const around = within && features.length ? await neighbours(trx, layer, features, { asOf }) : []
  const issues = judge(surveyRules, layerNamed(layer), features, around)
  return recordRun(trx, { subject, layer, ruleSet: surveyRules, featureCount: features.length, issues, by, now })
}

/** Current features next to the given ones, without those that are `replaced`: what a draft will have to fit into. */
export async function neighbours(
  trx: Trx,
  layer: string,
  features: readonly JudgedFeature[],
  { asOf, replaced = [] }: { asOf?: Date; replaced?: readonly number[] } = {},
): Promise<JudgedFeature[]> {
  const [minX, minY, maxX, maxY] = boundingBox(features.flatMap(({ geometry }) => geometry))
  const box: Box = [minX - AROUND, minY - AROUND, maxX + AROUND, maxY + AROUND]
  const known = new Set([...features.map(({ id }) => id), ...replaced])
  return (await readFeatures(trx, layer, { within: box, asOf })).filter(({ id }) => !known.has(id))
}
