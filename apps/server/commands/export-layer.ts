import { writeFileSync } from 'node:fs'
import { inTransaction } from '../../../kernel/db/database.ts'
import { writeShapefileZip } from '../../../kernel/formats/write-shapefile.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { type Command, Mistake } from '../command.ts'
import { withWorld } from '../open-world.ts'

export const exportLayer: Command = {
  title: { zh: '导出图层为 Shapefile（zip）', en: 'export a layer as a zipped shapefile' },
  usage: 'export <layer> <file.zip> [--as-of <date>] [--encoding gbk|utf-8]',
  options: { 'as-of': { type: 'string' }, encoding: { type: 'string', default: 'utf-8' } },
  run: async ({ values: { 'as-of': date, encoding }, positionals: [name, file] }) => {
    if (!name || !file || (encoding !== 'gbk' && encoding !== 'utf-8')) return 2
    const { fields, srid: epsg } = layerNamed(name)
    const asOf = readDate(date)
    return withWorld(async ({ database }) => {
      const rows = await inTransaction(database.db, (trx) => readFeatures(trx, name, { asOf }))
      if (rows.length === 0)
        throw new Mistake(
          `图层 ${name} 此时没有要素，没有写文件。 · Layer ${name} has no features then; no file was written.`,
        )
      writeFileSync(file, writeShapefileZip({ name, fields: [...fields], rows, epsg, encoding }))
      console.log(`${file}: ${rows.length}`)
      return 0
    })
  },
}

function readDate(text: string | boolean | undefined): Date | undefined {
  if (text === undefined) return undefined
  const date = new Date(String(text))
  if (!Number.isNaN(date.getTime())) return date
  throw new Mistake(`--as-of ${text} 不是日期，例如 2026-11-22。 · --as-of ${text} is no date; for example 2026-11-22.`)
}
