import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Title } from '../../../kernel/process/model.ts'
import { decisionsNamed } from '../rules/decisions-named.ts'

export type User = { process: string; title: Title; version: number }

/** By rule, the processes in force that ask it. */
export async function usersOf(trx: Trx): Promise<Map<string, User[]>> {
  const users = new Map<string, User[]>()
  for (const process of await newestProcesses(trx)) {
    const { key, title, version } = process
    for (const rule of new Set(decisionsNamed(process).map((one) => one.key)))
      users.set(rule, [...(users.get(rule) ?? []), { process: key, title, version }])
  }
  return users
}
