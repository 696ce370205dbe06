import { Type } from '@sinclair/typebox'
import { addResource } from '../../../../kernel/documents/resources.ts'
import { decodeFile } from '../../../../kernel/formats/text/decode-file.ts'
import { parseCsv } from '../../../../kernel/formats/text/parse-csv.ts'
import { childrenNamed, readXml, type XmlElement } from '../../../../kernel/formats/text/read-xml.ts'
import { readCoordinateText } from '../../../../kernel/geometry/codecs/coordinate-text.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { action } from '../../../../kernel/http/action.ts'
import { invalid, notFound, Refusal } from '../../../../kernel/problems/problem.ts'
import { areaToDegrees, areaToPlane, soundOutline } from '../../../fieldwork/api.ts'
import { closed, readVertexTable } from '../rules/read-vertices.ts'
import { scopeOf, taskAt } from '../survey-case.ts'

type Measured = { name: string; DLBM: string | null; geometry: MultiPolygon }
type Reading = {
  plots: Measured[]
  findings: { code: string; line?: number; params?: Record<string, string | number> }[]
}

/** Boundary vertices from a GPS file: 界址点 TXT, a CSV table of points, or a GPX track. Only read: the page shows and saves them. */
export const importVertices = action({
  verb: 'landuse.survey.importVertices',
  input: Type.Object({
    caseId: Type.String({ format: 'uuid' }),
    fileDigest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    fileName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
  facts: ({ trx }, { caseId }) => taskAt(trx, caseId, 'office', 'field'),
  scope: scopeOf,
  async handle({ trx, files, person, now }, { caseId, fileDigest, fileName = '界址点.txt' }) {
    if (!(await files.has(fileDigest))) throw new Refusal(notFound('landuse.survey.importVertices.no-file'))
    const bytes = await files.get(fileDigest)
    const { plots, findings } = read(decodeFile(Buffer.from(bytes), undefined).text)
    const patches = plots.map(({ name, DLBM, geometry }) => {
      const sound = soundOutline(geometry)
      if ('problem' in sound)
        throw new Refusal(invalid('landuse.survey.importVertices.no-area', { name, ...sound.problem.params }))
      return { name, DLBM, geometry: areaToDegrees(sound.geometry) }
    })
    if (patches.length === 0) throw new Refusal(invalid('landuse.survey.importVertices.empty'))
    const file = { digest: fileDigest, size: bytes.length, mediaType: 'text/plain' }
    await addResource(trx, { caseId, folder: '界址点', kind: 'file', title: fileName, file }, person.id, now)
    return { patches, findings }
  },
  audit: ({ caseId, fileDigest }, { patches }) => ({
    subject: `case:${caseId}`,
    after: { file: fileDigest, patches: patches.length },
  }),
})

function read(text: string): Reading {
  if (/^\s*</.test(text)) return { plots: gpxPlots(readXml(text)), findings: [] }
  if (text.includes('[地块坐标]') || /,@\s*$/m.test(text)) return coordinateText(text)
  const rings = readVertexTable(parseCsv(text))
  if ('code' in rings) throw new Refusal(rings)
  const plots = rings.map(({ name, kind, ring }) => ({
    name,
    DLBM: null,
    geometry: kind === 'plane' ? [[ring]] : areaToPlane([[ring]]),
  }))
  return { plots, findings: [] }
}

function coordinateText(text: string): Reading {
  const { plots, findings } = readCoordinateText(text)
  const fatal = findings.find(({ severity }) => severity === 'reject')
  if (fatal)
    throw new Refusal(
      invalid('landuse.survey.importVertices.rejected', { line: fatal.line, reason: fatal.code, ...fatal.params }),
    )
  return {
    plots: plots.map(({ number, name, landClass, geometry }) => ({
      name: name || number,
      DLBM: landClass || null,
      geometry,
    })),
    findings,
  }
}

/** Tracks and routes walked round a patch; loose way points form one ring in their order. */
function gpxPlots(gpx: XmlElement): Measured[] {
  if (gpx.name !== 'gpx') throw new Refusal(invalid('landuse.survey.importVertices.not-gpx', { root: gpx.name }))
  const tracks = childrenNamed(gpx, 'trk').flatMap((track) =>
    childrenNamed(track, 'trkseg').map((segment) => childrenNamed(segment, 'trkpt')),
  )
  const routes = childrenNamed(gpx, 'rte').map((route) => childrenNamed(route, 'rtept'))
  const points = [...tracks, ...routes].length > 0 ? [...tracks, ...routes] : [childrenNamed(gpx, 'wpt')]
  return points
    .filter((ring) => ring.length >= 3)
    .map((ring, i) => ({
      name: String(i + 1),
      DLBM: null,
      geometry: areaToPlane([[closed(ring.map(({ attributes }) => [Number(attributes.lon), Number(attributes.lat)]))]]),
    }))
}
