import { type ParseArgsConfig, parseArgs } from 'node:util'
import { FolderHeld } from '../../kernel/db/lock-file.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import { Mistake } from './command.ts'
import { type CommandName, commands } from './commands.ts'
import { help } from './help.ts'
import { sentenceOf } from './sentence.ts'

const NOT_UNDERSTOOD = 2

const [name, ...rest] = process.argv.slice(2)
const wantsHelp = name === undefined || ['--help', '-h', 'help'].includes(name) || rest.includes('--help')

try {
  if (wantsHelp) console.log(help(name))
  else process.exitCode = await run(name, rest)
} catch (error) {
  process.exitCode = 1
  console.error(await wordsFor(error))
}

/** Exit codes: 0 done, 1 failed or found something wrong, 2 not understood. */
async function run(command: string, words: string[]): Promise<number> {
  const known = Object.hasOwn(commands, command) ? commands[command as CommandName] : undefined
  if (!known) {
    console.error(`没有命令「${command}」。 · There is no command «${command}».\n\n${help()}`)
    return NOT_UNDERSTOOD
  }
  const parsed = read({ args: words, options: known.options ?? {}, allowPositionals: true, strict: true })
  const code = parsed ? await known.run(parsed) : NOT_UNDERSTOOD
  if (code === NOT_UNDERSTOOD) console.error(help(command))
  return code
}

function read(config: ParseArgsConfig) {
  try {
    const { values, positionals } = parseArgs(config)
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    console.error((error as Error).message)
    return undefined
  }
}

/** What a person can act on is said in words; only a fault of the program shows where it happened. */
async function wordsFor(error: unknown): Promise<unknown> {
  if (error instanceof Refusal) return sentenceOf(error.problem)
  return error instanceof FolderHeld || error instanceof Mistake ? error.message : error
}
