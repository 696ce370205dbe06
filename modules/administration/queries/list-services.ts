import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { can, organisationsFor } from '../../../kernel/identity/can.ts'
import { wholeService } from '../service-facts.ts'

type Named = { id: string; name: string }
type ServiceRow = {
  code: string
  title: { zh: string; en: string }
  verbs: string[]
  stopped: { at: string; by: string | null; why: string } | null
  managers: Named[]
  refused: Named[]
}

/** 服务目录: what runs, who manages it, to whom it is closed; of people those the asker administers. */
export const listServices = query({
  name: 'administration.service.list',
  input: Type.Object({}),
  async handle({ trx, person }) {
    const organisations = organisationsFor(person, 'administration.service.list')
    const peopleWith = (
      column: string,
    ) => sql`coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
      from person p where s.code = any (p.${sql.ref(column)}) and p.ended_at is null
        and (${organisations}::uuid[] is null or p.organisation = any (${organisations}::uuid[]))), '[]')`
    const { rows } =
      await sql<ServiceRow>`select s.code, jsonb_build_object('zh', s.title_zh, 'en', s.title_en) as title, s.verbs,
        case when s.stopped_at is not null then jsonb_build_object('at', s.stopped_at, 'by', b.name, 'why', s.stopped_why) end as stopped,
        ${peopleWith('managed_services')} as managers, ${peopleWith('refused_services')} as refused
      from service s left join person b on b.id = s.stopped_by order by s.code`.execute(trx)
    return {
      rows: rows.map((row) => ({
        ...row,
        mayManage: can(person, 'administration.service.stop', wholeService(row.code)),
      })),
    }
  },
})
