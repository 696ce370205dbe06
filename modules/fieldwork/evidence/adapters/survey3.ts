import { unzipSync } from 'fflate'
import { writeCsv } from '../../../../kernel/formats/write-csv.ts'
import { writeShapefileZip } from '../../../../kernel/formats/write-shapefile.ts'
import type { EvidenceAdapter, EvidenceCase, PackageFile } from '../evidence-case.ts'
import { photoRows } from '../photo-row.ts'
import { patchFields, patchRow } from '../tables.ts'

/**
 * 三调举证 folders: 举证照片/<图斑编号>/ and 矢量数据/ with a shapefile of the patches (EPSG:4524), and the list of photos with place and azimuth.
 * The ministry's encrypted package is not public; this is what its tools are known to read (reference/field/notes.md §4).
 */
export const survey3: EvidenceAdapter = {
  name: 'survey3',
  title: { zh: '三调举证目录（举证照片＋矢量数据）', en: 'Third survey folders (photos and shapefile)' },
  files: (cases) => [...vectors(cases), ...cases.flatMap(photosOf), list(cases)],
}

function vectors(cases: readonly EvidenceCase[]): PackageFile[] {
  const rows = cases.flatMap((one) =>
    one.patches.map((patch) => ({ attributes: patchRow(one, patch), geometry: patch.plane })),
  )
  const zip = writeShapefileZip({ name: '举证图斑', fields: patchFields, rows, epsg: 4524 })
  return Object.entries(unzipSync(zip)).map(([name, bytes]) => ({ path: `矢量数据/${name}`, bytes }))
}

const pathOf = (one: EvidenceCase, patchId: string | null, file: string) => {
  const patch = one.patches.find(({ id }) => id === patchId) ?? one.patches[0]
  return `举证照片/${(patch?.number ?? one.number).replace(/[\\/:*?"<>|\s]/g, '_')}/${file}`
}

const photosOf = (one: EvidenceCase): PackageFile[] =>
  photoRows(one).map(({ photo: { patchId, digest, size }, row }) => ({
    path: pathOf(one, patchId, row.FILE),
    digest,
    size,
  }))

function list(cases: readonly EvidenceCase[]): PackageFile {
  const rows = cases.flatMap((one) =>
    photoRows(one).map(({ photo, row }) => ({
      attributes: {
        filename: pathOf(one, photo.patchId, row.FILE),
        latitude: row.LAT,
        longitude: row.LONG,
        azimuth: row.AZIM,
      },
      geometry: null,
    })),
  )
  const fields = (['filename', 'latitude', 'longitude', 'azimuth'] as const).map((name) => ({
    name,
    type: 'text' as const,
  }))
  const text = writeCsv({ name: '举证照片', fields, rows, epsg: 4490 }, { geometry: false })
  return { path: '举证照片.csv', bytes: new TextEncoder().encode(text) }
}
