import { zipSync } from 'fflate'
import { invalid, Refusal } from '../problems/problem.ts'
import { writePrj } from './crs/write-prj.ts'
import type { Finding, LayerToWrite } from './delivery.ts'
import { type DbfEncoding, writeDbf } from './shapefile/write-dbf.ts'
import { writeShp } from './shapefile/write-shp.ts'

/** A fixed time of change, so that the same layer gives the same bytes. */
const STAMP = new Date(2000, 0, 1)

const CODE_PAGE: Record<DbfEncoding, string> = { 'utf-8': 'UTF-8', gbk: 'GBK' }

const refuseLoss = (finding: Finding) => {
  throw new Refusal(invalid(finding.code, { ...finding.params, row: finding.row ?? 0 }))
}

/**
 * A zipped polygon shapefile: .shp .shx .dbf .prj .cpg. Coordinates are written as given (broken rings too), only ring
 * direction is made ESRI's. Without `encoding` texts are UTF-8, which loses none. What the table cannot hold goes to `report`; without one the first loss is refused, so
 * that nothing is lost unseen. Refuses an unknown EPSG number.
 */
export function writeShapefileZip(
  { encoding = 'utf-8', ...layer }: LayerToWrite & { encoding?: DbfEncoding },
  report: (finding: Finding) => void = refuseLoss,
): Uint8Array {
  const { shp, shx } = writeShp(layer.rows.map((row) => row.geometry))
  const dbf = writeDbf(
    layer.fields,
    layer.rows.map((row) => row.attributes),
    encoding,
    report,
  )
  const text = new TextEncoder()
  return zipSync(
    {
      [`${layer.name}.shp`]: shp,
      [`${layer.name}.shx`]: shx,
      [`${layer.name}.dbf`]: dbf,
      [`${layer.name}.prj`]: text.encode(writePrj(layer.epsg)),
      [`${layer.name}.cpg`]: text.encode(CODE_PAGE[encoding]),
    },
    { mtime: STAMP },
  )
}
