import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { inTransaction } from '../../../kernel/db/database.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { takeOverSurveyed } from '../../../modules/landuse/intake/take-over-surveyed.ts'
import { generateClues, type QuarterOfClues } from '../../../tools/demo/clues.ts'
import { type County, generateCounty } from '../../../tools/demo/county.ts'
import { LAYER_NAMES } from '../../../tools/demo/feature.ts'
import type { CountySize } from '../../../tools/demo/sizes.ts'
import type { World } from '../open-world.ts'
import { progressBar } from '../progress.ts'
import { loadLayer } from './load-layer.ts'
import { loadPeople } from './load-people.ts'
import { markUnfinished } from './unfinished.ts'

/** Fills an empty database with the demo county: areas, organisations and people, every layer, and a delivery to try. */
export async function loadDemo(world: World, size: CountySize): Promise<void> {
  const finish = markUnfinished(world.config)
  const drawing = progressBar('绘制演示县 · Drawing the demo county')
  const county = generateCounty(size)
  drawing.end(`${county.name} ${size}`)
  await loadAreas(world, county)
  const by = await loadPeople(world)
  for (const name of LAYER_NAMES) {
    const bar = progressBar(`装入 ${name} ${layerNamed(name).title.zh} · Loading`)
    const count = await loadLayer(world.database, name, county.features(name), by, (done) => bar.step(done, 0))
    bar.end(`${count}`)
  }
  await world.database.exec('analyze')
  const quarter = generateClues(county)
  await loadSurveyed(world, county, quarter, by)
  writeDelivery(world, county, quarter)
  finish()
}

/** What was surveyed in the quarters before: new clues are linked to it. */
async function loadSurveyed(
  { database }: World,
  { code }: County,
  { surveyed }: QuarterOfClues,
  person: string,
): Promise<void> {
  const clues = surveyed.map(({ JCBH, date, DLBM, geometry }) => ({ number: JCBH, date, landClass: DLBM, geometry }))
  await inTransaction(database.db, (trx) => takeOverSurveyed(trx, clues, { person, now: new Date(), areaCode: code }))
}

/** The quarter's clues as they would arrive, and beside them what each of them really is. */
function writeDelivery({ config }: World, county: County, { quarter, truth, delivery }: QuarterOfClues): void {
  const folder = join(config.dataFolder, 'demo')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${county.code}_${quarter}_JCTB.zip`), delivery())
  writeFileSync(join(folder, `${quarter}_truth.json`), JSON.stringify(truth, null, 1))
}

async function loadAreas({ database }: World, { areas }: County): Promise<void> {
  await inTransaction(database.db, async (trx) => {
    for (const { code, name, level, parent } of areas) {
      await sql`insert into area (code, name, level, parent) values (${code}, ${name}, ${level}, ${parent ?? null})`.execute(
        trx,
      )
    }
  })
}
