import type { Field } from '../../../kernel/formats/delivery.ts'
import { writeCsv } from '../../../kernel/formats/write-csv.ts'
import { codeIn } from '../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../kernel/layers/codes/landuse-survey3.ts'
import type { EvidenceCase, EvidencePatch } from './evidence-case.ts'
import { clockColumns } from './photo-clock.ts'
import { photoRows } from './photo-row.ts'

/** What a table of patches says of each, by the names of the survey's data base. */
export const patchFields: Field[] = [
  { name: 'TBBH', type: 'text', length: 40 },
  { name: 'AJBH', type: 'text', length: 40 },
  { name: 'XZQDM', type: 'text', length: 19 },
  { name: 'DLBM', type: 'text', length: 5 },
  { name: 'DLMC', type: 'text', length: 60 },
  { name: 'TBMJ', type: 'number', length: 15, decimals: 2 },
  { name: 'ZPS', type: 'integer', length: 5 },
  { name: 'BZ', type: 'text', length: 200 },
]

export const patchRow = (
  { number: AJBH, areaCode, photos }: EvidenceCase,
  { id, number, DLBM, area, note }: EvidencePatch,
) => ({
  ...{ TBBH: number, AJBH, XZQDM: areaCode, DLBM, TBMJ: Number(area.toFixed(2)) },
  DLMC: DLBM === null ? null : (codeIn(landuseSurvey3, DLBM)?.zh ?? null),
  ZPS: photos.filter(({ patchId }) => patchId === id || patchId === null).length,
  BZ: note?.slice(0, 60) ?? null,
})

/** 图斑.csv with the outline as WKT (EPSG:4524), 照片.csv with the 18 attributes and where each file lies. */
export function csvTables(cases: readonly EvidenceCase[], pathOf: ReadonlyMap<string, string>) {
  const patches = cases.flatMap((one) => one.patches.map((patch) => ({ attributes: patchRow(one, patch), geometry: patch.plane }))) // biome-ignore format: one line
  const photos = cases.flatMap((one) =>
    photoRows(one).map(({ photo, row }) => ({
      attributes: {
        AJBH: one.number,
        PATH: pathOf.get(photo.id) ?? '',
        ...row,
        KIND: photo.kind,
        SM3: photo.digest,
        CODE: photo.code,
        ...clockColumns(photo),
      },
      geometry: null,
    })),
  )
  const fields = Object.keys(photos[0]?.attributes ?? { PHID: '' }).map((name): Field => ({ name, type: 'text' }))
  return {
    patches: writeCsv({ name: '图斑', fields: patchFields, rows: patches, epsg: 4524 }, { geometry: true }),
    photos: writeCsv({ name: '照片', fields, rows: photos, epsg: 4490 }, { geometry: false }),
  }
}
