import { sql } from 'kysely'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { boundingBox } from '../../../kernel/geometry/measures/bounding-box.ts'
import type { Box, MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { areasFor } from '../../../kernel/identity/can.ts'
import { countFeatures } from '../../../kernel/layers/read-features.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { boxInDegrees } from '../../onemap/api.ts'
import { groundOf } from './ground.ts'
import { layerAreas } from './layer-areas.ts'
import { imageryTiles, togetherBoxes } from './rules/tile-list.ts'
import type { Choice } from './schema.ts'

export type Plan = {
  title: string
  ground: MultiPolygon
  areas: string[]
  boxes: Box[]
  features: number
  /** pictures of both dates */
  pictures: number
  /** a guess: the exact size is told when the package is made */
  bytes: number
  fingerprint: string
}

/** Mean bytes over the demo county: a feature with its tiles, a picture, what every package has. */
const FEATURE_BYTES = 700
const PICTURE_BYTES = 80_000
const FIXED_BYTES = 60_000

/** Another layout of the files is another package. */
const FORMAT = 1

/** What a choice would come to. Throws a Refusal where it is not granted. */
export async function planPackage({ trx, person }: Context, choice: Choice): Promise<Plan> {
  const areas = areasFor(person, 'fieldwork.package.prepare')
  const { title, ground } = await groundOf(trx, person.id, areas, choice)
  const boxes = togetherBoxes(ground.map((polygon) => boundingBox([polygon]))).map(boxInDegrees)
  let features = 0
  const reach: Record<string, string[]> = {}
  for (const { name } of layers) {
    reach[name] = layerAreas(person, areas, name)
    features += await countFeatures(trx, name, { within: ground, areas: reach[name] })
  }
  const pictures = 2 * imageryTiles(boxes, choice.imagery).length
  const bytes = FIXED_BYTES + features * FEATURE_BYTES + pictures * PICTURE_BYTES
  const state = { format: FORMAT, choice, ground, reach, ...(await stateOf(trx, person.id)) }
  return { title, ground, areas, boxes, features, pictures, bytes, fingerprint: sm3(canonicalJson(state)) }
}

/** All else that decides the content. */
async function stateOf(trx: Trx, person: string) {
  const revisions = await sql<{ layer: string; revision: number; rewritten: number }>`
    select layer, revision, rewritten from layer_revision order by layer`.execute(trx)
  const tasks = await sql<{ id: string; revision: number }>`select id, revision from task
    where assignee = ${person} and state in ('open', 'claimed', 'suspended') order by id`.execute(trx)
  const projects = await sql<{
    count: number
    newest: Date | null
  }>`select count(*)::int as count, max(registered_at) as newest
    from project`.execute(trx)
  return { revisions: revisions.rows, tasks: tasks.rows, projects: projects.rows }
}
