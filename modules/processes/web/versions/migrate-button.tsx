import type { VersionRow } from '../answers.ts'

export function MigrateButton(_: { name: string; row: VersionRow; newest: number }) {
  return null
}
