import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { holdFolder } from '../../../kernel/db/lock-file.ts'
import { Mistake } from '../command.ts'
import type { Config } from '../config.ts'

const markOf = ({ dataFolder }: Config) => join(dataFolder, 'demo', 'unfinished')

/** The demo county is loaded in many transactions; until the last one this file says that what is there is only a part. */
export function markUnfinished(config: Config): () => void {
  const mark = markOf(config)
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, new Date().toISOString())
  return () => rmSync(mark, { force: true })
}

/** After a first start that was broken off: nobody has worked in the part that is there, so it begins again from nothing. */
export function discardUnfinished(config: Config, databaseFolder: string): void {
  if (!existsSync(markOf(config))) return
  if (config.databaseUrl)
    throw new Mistake(
      `上次装入演示县没有完成；请清空该 PostgreSQL 数据库，并删除 ${markOf(config)} 后重试。 · The demo county was not loaded to its end; empty this PostgreSQL database, delete ${markOf(config)} and try again.`,
    )
  const letGo = holdFolder(databaseFolder)
  rmSync(join(databaseFolder, 'pgdata'), { recursive: true, force: true })
  rmSync(markOf(config))
  letGo()
}
