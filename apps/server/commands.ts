import type { Command } from './command.ts'
import { addUser } from './commands/add-user.ts'
import { audit } from './commands/audit.ts'
import { demo } from './commands/demo.ts'
import { evidence } from './commands/evidence.ts'
import { exportLayer } from './commands/export-layer.ts'
import { field } from './commands/field.ts'
import { importClues } from './commands/import-clues.ts'
import { migrateDatabase } from './commands/migrate-database.ts'
import { screenBatch } from './commands/screen-batch.ts'
import { start } from './commands/start.ts'

export const commands = {
  start,
  migrate: migrateDatabase,
  demo,
  import: importClues,
  screen: screenBatch,
  export: exportLayer,
  audit,
  evidence,
  field,
  user: addUser,
} satisfies Record<string, Command>

export type CommandName = keyof typeof commands
