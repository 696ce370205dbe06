import { writeFileSync } from 'node:fs'
import { inTransaction } from '../../../kernel/db/database.ts'
import { writeShapefileZip } from '../../../kernel/formats/write-shapefile.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import type { Command } from '../command.ts'
import { withWorld } from '../open-world.ts'

export const exportLayer: Command = {
  title: { zh: '导出图层为 Shapefile（zip）', en: 'export a layer as a zipped shapefile' },
  usage: 'export <layer> <file.zip> [--as-of <date>] [--encoding gbk|utf-8]',
  options: { 'as-of': { type: 'string' }, encoding: { type: 'string' } },
  run: async ({ values, positionals: [name, file] }) => {
    if (!name || !file) return 2
    return withWorld(async ({ database }) => {
      const layer = layerNamed(name)
      const asOf = values['as-of'] ? new Date(String(values['as-of'])) : undefined
      const features = await inTransaction(database.db, (trx) => readFeatures(trx, name, { asOf }))
      const rows = features.map(({ attributes, geometry }) => ({ attributes, geometry }))
      const written = writeShapefileZip({
        name,
        fields: [...layer.fields],
        rows,
        epsg: layer.srid,
        encoding: values.encoding === 'gbk' ? 'gbk' : 'utf-8',
      })
      writeFileSync(file, written)
      console.log(`${file}: ${rows.length}`)
      return 0
    })
  },
}
