import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { inTransaction } from '../../../kernel/db/database.ts'
import { LARGE_LIMIT } from '../../../kernel/http/put-guard.ts'
import { importRescue } from '../../../modules/fieldwork/rescue/import-rescue.ts'
import { findingsOf, readRescue } from '../../../modules/fieldwork/rescue/store.ts'
import { actAs } from '../act-as.ts'
import type { Command } from '../command.ts'
import { type World, withWorld } from '../open-world.ts'
import { runAndWatch } from '../run-and-watch.ts'
import { sentenceOf } from '../sentence.ts'

/** Findings printed; the page shows more. */
const MOST = 50

export const field: Command = {
  title: { zh: '外业：导入救援包', en: 'field work: take in a rescue archive of a phone' },
  usage: 'field rescue <archive.zip> --as <login>',
  options: { as: { type: 'string' } },
  run: async ({ values, positionals: [what, file] }) => {
    if (what !== 'rescue' || !file || typeof values.as !== 'string') return 2
    const login = values.as
    return withWorld(async (world) => {
      const { digest } = await world.files.putStream(createReadStream(file), LARGE_LIMIT)
      const input = { fileDigest: digest, fileName: basename(file).slice(0, 200) }
      const asked = await actAs<{ rescueId: string; jobId: string }>(world, login, importRescue, input)
      const run = await runAndWatch(world, asked.jobId, '导入救援包 · Rescue archive')
      if (run?.state !== 'done') {
        console.log(run?.error ? await sentenceOf(run.error) : run?.state)
        return 1
      }
      return tell(world, asked.rescueId, run.person)
    })
  },
}

async function tell({ database }: World, id: string, person: string): Promise<number> {
  return inTransaction(database.db, async (trx) => {
    const { photos, statuses, lost, aside } = (await readRescue(trx, id, person))!
    const acts = Object.entries(statuses).map(([status, count]) => `${status} ${count}`)
    console.log(`操作 · acts: ${acts.join(', ') || 0}`)
    console.log(`${photos} 张照片 · photos，${aside} 项待处理 · set aside，${lost} 项未导入 · not taken in`)
    for (const { place, problem } of await findingsOf(trx, id, MOST))
      console.log(`${place}  ${await sentenceOf(problem)}`)
    return lost > 0 ? 1 : 0
  })
}
