import { invalid, Refusal } from '../../problems/problem.ts'
import { chooseShapefile, findShapefiles, reportUnread } from '../archive/find-layers.ts'
import type { Archive } from '../archive/open-archive.ts'
import type { SourceLayer } from '../source-layer.ts'
import { readShapefile } from './read-shapefile.ts'

/** Reads the one shapefile of an archive, or the one named by `layer`. What lies beside it unread is reported. */
export async function readZippedShapefile(
  archive: Archive,
  options: { layer?: string; encoding?: string; geometryOnly?: boolean },
): Promise<SourceLayer> {
  const { shapefiles, others } = findShapefiles(archive.names)
  const { name, parts } = chooseShapefile(shapefiles, options.layer)
  if (!parts.shp) throw new Refusal(invalid('formats.shp.missing', { layer: name }))
  // Before anything large is unpacked.
  if (!parts.dbf && !options.geometryOnly) throw new Refusal(invalid('formats.dbf.missing', { layer: name }))
  const read = async (entry: string | undefined) => (entry ? await archive.read(entry) : undefined)
  const shp = await archive.read(parts.shp)
  const [shx, dbf, prj, cpg] = [
    await read(parts.shx),
    await read(parts.dbf),
    await read(parts.prj),
    await read(parts.cpg),
  ]
  const layer = readShapefile({ name, shp, shx, dbf, prj, cpg }, options)
  return { ...layer, findings: [...layer.findings, ...reportUnread(others)] }
}
