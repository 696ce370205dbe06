import { type Static, Type } from '@sinclair/typebox'
import { readCase } from '../../kernel/cases/standing.ts'
import { readDelivery } from '../../kernel/formats/read-delivery.ts'
import { reproject } from '../../kernel/formats/reproject.ts'
import { planarArea } from '../../kernel/geometry/measures/planar-area.ts'
import { repairPolygon } from '../../kernel/geometry/repair/repair.ts'
import type { MultiPolygon, Position } from '../../kernel/geometry/types.ts'
import type { Context } from '../../kernel/http/action.ts'
import type { Subject } from '../../kernel/overlay/area-row.ts'
import { invalid, notFound, Refusal } from '../../kernel/problems/problem.ts'
import { rangesOfCase } from '../landuse/api.ts'
import { toMetres } from '../onemap/api.ts'
import { Id, type Note, type Source } from './schema.ts'

const Point = Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })

/** Rings drawn on the map in degrees, an uploaded file (PUT /api/files), or a case. */
export const Land = Type.Union([
  Type.Object({
    source: Type.Literal('drawn'),
    rings: Type.Array(Type.Array(Point, { minItems: 3, maxItems: 5000 }), { minItems: 1, maxItems: 100 }),
  }),
  Type.Object({
    source: Type.Literal('file'),
    fileDigest: Type.String({ minLength: 1, maxLength: 128 }),
    fileName: Type.String({ minLength: 1, maxLength: 255 }),
    declaredEpsg: Type.Optional(Type.Integer()),
    layerName: Type.Optional(Type.String({ maxLength: 255 })),
  }),
  Type.Object({ source: Type.Literal('case'), caseId: Id }),
])
export type Land = Static<typeof Land>

export type ReadLand = { source: Source; sourceName: string | null; ranges: Subject[]; notes: Note[] }

/** More is a county-wide overlay, not a project: it would keep everybody waiting. */
const MOST_RANGES = 500
const MOST_AREA = 50_000_000
const LARGEST_FILE = 32 * 1024 * 1024

/** The land in EPSG:4524, repaired so that areas can be computed; what was put right or left out is in the notes. */
export async function readLand(context: Context, land: Land): Promise<ReadLand> {
  const { name, rows, notes } = await openLand(context, land)
  const ranges: Subject[] = []
  for (const [k, { id, geometry }] of rows.entries()) {
    const outcome = repairPolygon(geometry)
    if ('rejected' in outcome) {
      notes.push({ code: `compliance.range.${outcome.rejected}`, row: k + 1 })
      continue
    }
    for (const { kind } of outcome.repairs) notes.push({ code: `compliance.repair.${kind}`, row: k + 1 })
    ranges.push({ id, geometry: outcome.geometry })
  }
  if (ranges.length === 0) throw new Refusal(invalid('compliance.report.make.no-land'))
  const area = ranges.reduce((sum, { geometry }) => sum + planarArea(geometry), 0)
  if (ranges.length > MOST_RANGES || area > MOST_AREA) {
    const params = { ranges: ranges.length, hectares: Math.round(area / 1e4), most: MOST_RANGES }
    throw new Refusal(invalid('compliance.report.make.too-much', params))
  }
  return { source: land.source, sourceName: name, ranges, notes }
}

type Opened = { name: string | null; rows: Subject[]; notes: Note[] }

async function openLand(context: Context, land: Land): Promise<Opened> {
  if (land.source === 'drawn') {
    const rows = land.rings.map((ring, k) => ({
      id: String(k + 1),
      geometry: toMetres([[closed(ring as Position[])]]),
    }))
    return { name: null, rows, notes: [] }
  }
  if (land.source === 'file') return openFile(context, land)
  const { number } = await readCase({ trx: context.trx }, land.caseId)
  return { name: number, rows: await rangesOfCase(context.trx, land.caseId), notes: [] }
}

async function openFile({ files }: Context, land: Extract<Land, { source: 'file' }>): Promise<Opened> {
  const { fileDigest, fileName: name, declaredEpsg, layerName } = land
  if (!(await files.has(fileDigest))) throw new Refusal(notFound('compliance.report.make.no-file', { name }))
  const source = { name, bytes: await files.get(fileDigest) }
  const delivery = await readDelivery(source, {
    ...{ declaredCrs: declaredEpsg, layer: layerName, limits: { sourceBytes: LARGEST_FILE } },
  })
  const notes: Note[] = delivery.rows.flatMap(({ row, rejected }) => (rejected ? [{ ...rejected, row }] : []))
  const rows = delivery.rows.flatMap(({ row, geometry, rejected }) =>
    geometry && !rejected ? [{ id: String(row), geometry: toLayers(geometry, delivery.crs.epsg) }] : [],
  )
  return { name, rows, notes: [...delivery.findings, ...notes] }
}

const toLayers = (geometry: MultiPolygon, epsg: number) => reproject(geometry, epsg, 4524)

function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}
