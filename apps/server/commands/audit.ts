import { inTransaction } from '../../../kernel/db/database.ts'
import { chainLength, verifyAudit } from '../../../kernel/identity/verify-audit.ts'
import type { Command } from '../command.ts'
import { withWorld } from '../open-world.ts'
import { progressBar } from '../progress.ts'

export const audit: Command = {
  title: {
    zh: '校验审计链：任何改动、删除、调序都会被指出',
    en: 'verify the audit chain: any edited, dropped or reordered row is named',
  },
  usage: 'audit verify',
  run: async ({ positionals }) => {
    if (positionals[0] !== 'verify') return 2
    return withWorld(async ({ database, auditKey }) => {
      const bar = progressBar('校验审计链 · Verifying the audit chain')
      const fault = await inTransaction(database.db, (trx) => verifyAudit(trx, auditKey, bar.step))
      const rows = await inTransaction(database.db, chainLength)
      bar.end(`${rows}`)
      console.log(
        fault
          ? `第 ${fault.sequence} 行有问题：${fault.kind} · row ${fault.sequence}: ${fault.kind}`
          : `完整，${rows} 行 · whole, ${rows} rows`,
      )
      return fault ? 1 : 0
    })
  },
}
