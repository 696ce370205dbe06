import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/db/database.ts'
import { localItems } from '../../../../kernel/forms/local-dictionaries.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { Context } from '../../../../kernel/http/action.ts'
import { layers } from '../../../../kernel/layers/registry.ts'
import { toHex } from '../../../../kernel/layers/rows.ts'
import { viewFieldTask } from '../../queries/view-task.ts'
import { cases, projects } from '../findings.ts'
import type { Finding } from '../rules/finding.ts'

/** A township has fewer; what a phone searches without a network. */
const MOST_FINDINGS = 20_000

/** All of a package that is no map: the tasks with their forms, dictionaries, projects and cases on the ground, how layers are drawn. */
export type PackageWork = {
  layers: { name: string; title: { zh: string; en: string }; group: string }[]
  tasks: unknown[]
  dictionaries: { scheme: string; edition: string; items: unknown[] }[]
  findings: Finding[]
}

export async function workOn(context: Context, ground: MultiPolygon, held: readonly string[]): Promise<PackageWork> {
  const tasks: unknown[] = []
  for (const taskId of await tasksOn(context, ground)) tasks.push(await viewFieldTask.handle(context, { taskId }))
  const all = { place: ground, most: MOST_FINDINGS }
  return {
    layers: layers.filter(({ name }) => held.includes(name)).map(({ name, title, group }) => ({ name, title, group })),
    tasks,
    dictionaries: await dictionaries(context.trx),
    findings: [...(await projects(context, all)), ...(await cases(context, all))],
  }
}

async function tasksOn({ trx, person }: Context, ground: MultiPolygon): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select t.id from task t join case_ c on c.id = t.case_id
    where t.assignee = ${person.id} and t.role = 'investigator' and t.state in ('open', 'claimed', 'suspended') and c.scope is not null
      and ST_Intersects(c.scope, ${toHex(ground, 4524)}::geometry) order by t.id limit 200`.execute(trx)
  return rows.map(({ id }) => id)
}

async function dictionaries(trx: Trx): Promise<PackageWork['dictionaries']> {
  const { rows } = await sql<{ scheme: string; edition: string }>`select distinct scheme, edition from dictionary_item
    order by scheme, edition limit 50`.execute(trx)
  const all: PackageWork['dictionaries'] = []
  for (const { scheme, edition } of rows) all.push({ scheme, edition, items: await localItems(trx, scheme, edition) })
  return all
}
