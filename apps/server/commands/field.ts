import { createReadStream } from 'node:fs'
import { importRescue, type RescueReport } from '../../../modules/fieldwork/rescue/import-rescue.ts'
import { actAs } from '../act-as.ts'
import type { Command } from '../command.ts'
import { withWorld } from '../open-world.ts'

const LIMIT = 2 ** 31

export const field: Command = {
  title: { zh: '外业：导入救援包', en: 'field work: take in a rescue archive of a phone' },
  usage: 'field rescue <archive.zip> --as <login>',
  options: { as: { type: 'string' } },
  run: async ({ values, positionals: [what, file] }) => {
    if (what !== 'rescue' || !file || typeof values.as !== 'string') return 2
    const login = values.as
    return withWorld(async (world) => {
      const { digest } = await world.files.putStream(createReadStream(file), LIMIT)
      const report = await actAs<RescueReport>(world, login, importRescue, { fileDigest: digest })
      const told = Object.entries(report.statuses).map(([status, count]) => `${status} ${count}`)
      console.log(`${report.operations} 项操作 · acts: ${told.join(', ')}`)
      console.log(`${report.photos} 张照片 · photos，${report.unreadable} 项无法解开 · unreadable`)
      return report.unreadable > 0 ? 1 : 0
    })
  },
}
