import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { uploadBatch } from '../../../modules/landuse/actions/upload-batch.ts'
import { actAs } from '../act-as.ts'
import type { Command } from '../command.ts'
import { withWorld } from '../open-world.ts'

const LIMIT = 2 ** 31

export const importClues: Command = {
  title: { zh: '导入一批线索', en: 'take in a delivery of clues' },
  usage:
    'import <file.zip> --as <login> --period <2026Q3> [--source monitoring|farmland|enforcement|discovery] [--epsg <code>] [--layer <name>] [--map number=ID,foundOn=DATE]',
  options: {
    as: { type: 'string' },
    period: { type: 'string' },
    source: { type: 'string', default: 'monitoring' },
    epsg: { type: 'string' },
    layer: { type: 'string' },
    map: { type: 'string' },
  },
  run: async ({ values, positionals: [file] }) => {
    const { as: login, period, source, epsg, layer, map } = values as Record<string, string | undefined>
    if (!file || !login || !period) return 2
    return withWorld(async (world) => {
      const { digest } = await world.files.putStream(createReadStream(file), LIMIT)
      const input = {
        fileDigest: digest,
        fileName: basename(file),
        source,
        period,
        declaredEpsg: epsg ? Number(epsg) : undefined,
        layerName: layer,
        mapping: map ? Object.fromEntries(map.split(',').map((pair) => pair.split('='))) : undefined,
        arrivedBy: 'command',
      }
      const taken = await actAs<{ batchId: string; number: string; rows: number }>(world, login, uploadBatch, input)
      console.log(`${taken.number}  ${taken.rows}  ${taken.batchId}`)
      return 0
    })
  },
}
