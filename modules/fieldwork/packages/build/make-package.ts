import { canonicalJson } from '../../../../kernel/crypto/canonical-json.ts'
import { signReceipt } from '../../../../kernel/crypto/receipt.ts'
import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import type { Box } from '../../../../kernel/geometry/types.ts'
import { type JobRun, job } from '../../../../kernel/jobs/job.ts'
import { layers } from '../../../../kernel/layers/registry.ts'
import { boxInDegrees } from '../../../onemap/api.ts'
import { readPicture } from '../imagery.ts'
import { layerAreas } from '../layer-areas.ts'
import { ArchiveWriter, JPEG, MVT, PNG, WEBP } from '../rules/archive/write-archive.ts'
import type { Manifest, Part } from '../rules/manifest.ts'
import { ReferenceWriter } from '../rules/reference/write-reference.ts'
import { imageryTiles, togetherBoxes } from '../rules/tile-list.ts'
import { finishPackage, markPackage, type PackageRow, readPackage } from '../store.ts'
import { featuresOn } from './collect.ts'
import { LayerTiles } from './layer-tiles.ts'
import { keepPart } from './make-parts.ts'
import { workOn } from './package-work.ts'

type Run = JobRun<{ packageId: string }>
type Making = { run: Run; row: PackageRow; box: Box; parts: Part[] }

/** Makes the files of a package, signs what they are. Run again after a crash it makes the same files anew. */
export const makePackage = job({
  name: 'fieldwork.package.make',
  slow: true,
  async run(run: Run) {
    const row = await run.transaction((trx) => readPackage(trx, run.input.packageId, run.person.id))
    try {
      await makeParts({ run, row, box: boxInDegrees(boundingBox(row.ground)), parts: [] })
    } catch (error) {
      await run.transaction((trx) => markPackage(trx, row.id, 'failed')).catch(() => undefined)
      throw error
    }
  },
})

async function makeParts(making: Making): Promise<void> {
  const { run, row, box, parts } = making
  const pictures = imageryTiles(togetherBoxes(row.ground.map((part) => boundingBox([part]))).map(boxInDegrees), row.choice.imagery) // biome-ignore format: one row
  const total = layers.length + 2 * pictures.length + 1
  await makeLayers(making, total)
  for (const [k, moment] of (['before', 'after'] as const).entries())
    if (pictures.length > 0)
      await makePictures(making, moment, pictures, (done) =>
        run.progress(layers.length + k * pictures.length + done, total, 'fieldwork.package.stage.imagery'),
      )
  const held = parts.filter(({ kind }) => kind === 'reference').map(({ name }) => name)
  const work = await run.transaction((trx) =>
    workOn({ trx, person: run.person, now: run.now(), files: run.files, startJob: async () => '' }, row.ground, held),
  )
  parts.push(await keepPart(run.files, 'work', 'work', new TextEncoder().encode(canonicalJson(work))))
  const now = run.now()
  const manifest: Manifest = { format: 1, id: row.id, title: row.title, box, ground: row.ground, madeAt: now.toISOString(), parts } // biome-ignore format: one row
  const seal = {
    receipt: signReceipt(manifest, run.signer, now.toISOString()),
    publicKey: run.signer.keys.publicKey,
  }
  await run.transaction((trx) => finishPackage(trx, manifest, seal, now))
  await run.progress(total, total, 'fieldwork.package.stage.done')
}

/** Each layer as reference polygons, and all together as tiles. A layer with nothing on the ground has no file. */
async function makeLayers({ run, row, box, parts }: Making, total: number): Promise<void> {
  const drawn = new LayerTiles()
  for (const [k, layer] of layers.entries()) {
    await run.progress(k, total, 'fieldwork.package.stage.layers')
    const fields = layer.fields.map(({ name, alias, type }) => ({ name, alias, type }))
    const writer = new ReferenceWriter(layer.name, fields)
    for await (const feature of featuresOn(run, layer, row.ground, layerAreas(run.person, row.areas, layer.name))) {
      writer.add(feature)
      drawn.add(layer, feature)
    }
    if (writer.count > 0) parts.push(await keepPart(run.files, layer.name, 'reference', writer.finish()))
  }
  const archive = new ArchiveWriter({ type: MVT, bounds: box, metadata: { name: row.title, vector_layers: layers.map(({ name }) => ({ id: name, fields: {} })) } }) // biome-ignore format: one row
  for (const { z, x, y, bytes } of drawn.tiles()) archive.add(z, x, y, bytes)
  if (archive.count > 0) parts.push(await keepPart(run.files, 'tiles', 'tiles', archive.finish()))
}

const TYPES: Record<string, number> = { 'image/png': PNG, 'image/jpeg': JPEG, 'image/webp': WEBP }

/** Pictures the service does not have are left out: the map enlarges the wider one. */
async function makePictures(
  { run, row, box, parts }: Making,
  moment: 'before' | 'after',
  places: readonly { z: number; x: number; y: number }[],
  progress: (done: number) => Promise<void>,
): Promise<void> {
  let archive: ArchiveWriter | undefined
  for (const [done, { z, x, y }] of places.entries()) {
    await run.stopIfCancelled()
    if (done % 10 === 0) await progress(done)
    const picture = await readPicture(moment, z, x, y).catch(() => undefined)
    if (!picture) continue
    archive ??= new ArchiveWriter({ type: TYPES[picture.mediaType] ?? PNG, bounds: box, metadata: { name: row.title } })
    archive.add(z, x, y, picture.bytes)
  }
  if (archive) parts.push(await keepPart(run.files, `imagery-${moment}`, 'imagery', archive.finish()))
}
