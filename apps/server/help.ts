import { type CommandName, commands } from './commands.ts'

/** Both languages at once: whoever reads it need not know a switch. */
export function help(name?: string): string {
  const known = commands[name as CommandName]
  if (known) return `yutu ${known.usage}\n\n  ${known.title.zh}\n  ${known.title.en}`
  const lines = Object.values(commands).map(({ usage, title }) => `  yutu ${usage}\n      ${title.zh} · ${title.en}`)
  return `舆图 Yutu\n\n${lines.join('\n')}\n
环境变量 Environment
  HOST PORT         监听地址与端口，默认 127.0.0.1:8080 · where to listen
  YUTU_DATA         数据目录，默认 ./data · data folder
  DATABASE_URL      PostgreSQL 15+ 与 PostGIS 3.3+；缺省用嵌入式数据库 · otherwise the embedded database
  YUTU_DROP         线索投放目录 · folder watched for deliveries
退出码 Exit codes: 0 完成 done · 1 失败 failed · 2 用法不对 not understood`
}
