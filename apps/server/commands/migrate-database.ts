import type { Command } from '../command.ts'
import { withWorld } from '../open-world.ts'

export const migrateDatabase: Command = {
  title: { zh: '把数据库升级到当前版本', en: 'bring the database up to date' },
  usage: 'migrate',
  run: () =>
    withWorld(async ({ applied }) => {
      console.log(applied.length ? applied.join('\n') : '已是最新 · up to date')
      return 0
    }),
}
