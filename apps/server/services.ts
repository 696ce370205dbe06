import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'

type Service = { code: string; title_zh: string; title_en: string; verbs: string[] }

/** What pages, phones and other systems ask for by address: each can be stopped for all, or refused to an account. */
export const services: Service[] = [
  named('map-tiles', '地图瓦片服务', 'Map tiles', ['onemap.tile', 'onemap.imagery']),
  named('map-query', '空间查询服务', 'Spatial queries', [
    'onemap.features',
    'onemap.identify',
    'onemap.history',
    'onemap.compare',
  ]),
  named('field-sync', '外业同步服务', 'Exchange of phones', ['fieldwork.sync', 'fieldwork.task.pull']),
  named('field-packages', '离线数据包服务', 'Offline packages', ['fieldwork.package.*']),
  named('field-ground', '现场查询服务', 'Queries on the ground', ['fieldwork.ground.*']),
  named('field-evidence', '举证成果服务', 'Evidence packages', ['fieldwork.evidence.*']),
  named('files', '文件上传服务', 'Uploads', ['files.put', 'files.putLarge']),
  named('rules', '规则计算服务', 'Rules', ['processes.rule.decide', 'processes.rule.decideMany']),
  named('sharing', '成果共享服务', 'Sharing of results', ['landuse.share.*']),
  named('archive', '案卷归档服务', 'Archives of cases', ['casework.snapshot.*', 'casework.case.export']),
  named('results', '审批结果服务', 'Documents of approval', ['approvals.result.download', 'approvals.result.verify']),
  named('tracking', '审批跟踪服务', 'Tracking of approvals', ['approvals.tracking.*']),
  named('quality', '质检服务', 'Quality checks', ['quality.run.*']),
  named('compliance', '合规性审查服务', 'Compliance', ['compliance.*']),
]

function named(code: string, title_zh: string, title_en: string, verbs: string[]): Service {
  return { code, title_zh, title_en, verbs }
}

/** What a service consists of follows the program; whether it runs stays as the bureau has set it. */
export async function ensureServices(trx: Trx): Promise<void> {
  for (const { code, title_zh, title_en, verbs } of services)
    await sql`insert into service (code, title_zh, title_en, verbs) values (${code}, ${title_zh}, ${title_en}, ${verbs}::text[])
      on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, verbs = excluded.verbs`.execute(
      trx,
    )
  await sql`delete from service where code <> all (${services.map(({ code }) => code)}::text[])`.execute(trx)
}
