import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'

/** What comes registered; business codes are those of businesses/processes.ts and of landuse. */
const FIRST = [
  ['annual-change', '年度变更调查', 'Annual land-use change', 'calendar', '#0b4ea2', 'fieldwork.annualChange'],
  ['daily-change', '日常变更调查', 'Day-to-day change', 'map', '#0b6b35', 'fieldwork.dailyChange'],
  ['mark-patrol', '测量标志巡查', 'Survey-mark patrol', 'mark', '#8a4300', 'fieldwork.markPatrol'],
  ['enforcement-patrol', '执法巡查', 'Enforcement patrol', 'shield', '#7a1fa2', 'fieldwork.enforcementPatrol'],
  ['clue-check', '执法线索核查', 'Clue check', 'search', '#b3141c', 'fieldwork.clueCheck'],
  ['monitoring', '变化图斑监测', 'Change monitoring', 'satellite', '#00667a', 'landuse'],
] as const

/** Registers each once; what somebody has changed or withdrawn since stays as it is. */
export async function registerFirstModules(trx: Trx, now: Date): Promise<void> {
  for (const [position, [code, zh, en, icon, colour, business]] of FIRST.entries()) {
    await sql`insert into field_module (code, name_zh, name_en, icon, colour, businesses, steps, templates, position, roles,
        organisations, saved_at)
      values (${code}, ${zh}, ${en}, ${icon}, ${colour}, ${[business]}::text[], '{}', ${[business]}::text[], ${position},
        '{}', '{}', ${now}) on conflict (code) do nothing`.execute(trx)
  }
}
