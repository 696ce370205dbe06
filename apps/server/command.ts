import type { ParseArgsOptionsConfig } from 'node:util'

export type Arguments = { values: Record<string, string | boolean | undefined>; positionals: string[] }

export type Command = {
  title: { zh: string; en: string }
  usage: string
  options?: ParseArgsOptionsConfig
  /** Returns the exit code. */
  run(words: Arguments): Promise<number>
}
