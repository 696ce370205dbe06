import type { ParseArgsOptionsConfig } from 'node:util'

export type Arguments = { values: Record<string, string | boolean | undefined>; positionals: string[] }

export type Command = {
  title: { zh: string; en: string }
  usage: string
  options?: ParseArgsOptionsConfig
  /** Returns the exit code: 0 done, 1 failed or found something wrong, 2 not understood. */
  run(words: Arguments): Promise<number>
}

/** Something the person at the terminal can put right; the message says what, in both languages. */
export class Mistake extends Error {}
