import type { ParseArgsOptionsConfig } from 'node:util'
import { addUser } from './commands/add-user.ts'
import { audit } from './commands/audit.ts'
import { demo } from './commands/demo.ts'
import { exportLayer } from './commands/export-layer.ts'
import { migrateDatabase } from './commands/migrate-database.ts'
import { start } from './commands/start.ts'

export type Arguments = { values: Record<string, string | boolean | undefined>; positionals: string[] }

export type Command = {
  title: { zh: string; en: string }
  usage: string
  options?: ParseArgsOptionsConfig
  /** Returns the exit code. */
  run(words: Arguments): Promise<number>
}

export const commands = {
  start,
  migrate: migrateDatabase,
  demo,
  export: exportLayer,
  audit,
  user: addUser,
} satisfies Record<string, Command>

export type CommandName = keyof typeof commands
