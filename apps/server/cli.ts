import { parseArgs } from 'node:util'
import { FolderHeld } from '../../kernel/db/lock-file.ts'
import { type CommandName, commands } from './commands.ts'
import { help } from './help.ts'

const [name, ...rest] = process.argv.slice(2)
const wantsHelp = name === undefined || name === '--help' || name === '-h' || rest.includes('--help')

try {
  if (wantsHelp) console.log(help(name))
  else process.exitCode = await run(name, rest)
} catch (error) {
  process.exitCode = 1
  console.error(error instanceof FolderHeld ? error.message : error)
}

/** Exit codes: 0 done, 1 failed or found something wrong, 2 not understood. */
async function run(command: string, words: string[]): Promise<number> {
  const known = commands[command as CommandName]
  if (!known) {
    console.error(`没有命令「${command}」。 · There is no command «${command}».\n\n${help()}`)
    return 2
  }
  const { values, positionals } = parseArgs({
    args: words,
    options: known.options ?? {},
    allowPositionals: true,
    strict: true,
  })
  return known.run({ values: values as Record<string, string | boolean | undefined>, positionals })
}
