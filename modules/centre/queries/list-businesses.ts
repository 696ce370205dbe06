import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { countByBusiness } from '../../../kernel/cases/lists/count-by-business.ts'
import { newestProcesses } from '../../../kernel/cases/publish-process.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import type { Title } from '../../../kernel/process/model.ts'
import { catalogueByProcess } from '../../approvals/api.ts'
import { groupOf, type Way, wayToBegin, worksIn } from '../rules/mine.ts'

export type BusinessCard = {
  business: string
  group: string
  titles: Title[]
  /** each a case that can be begun at the desk */
  begin: { title: Title; way: Way }[]
  todo: number
  doing: number
  /** of to-do and doing together; `…ToDo`: of to-do alone */
  overdue: number
  overdueToDo: number
  nearlyDue: number
  nearlyDueToDo: number
  isFavourite: boolean
  place: number | null
}

const NONE = { total: 0, red: 0, yellow: 0 }

/** 业务中心 (XX023): every business the reader works in, as they have put the cards, with what waits for them in each. */
export const listBusinesses = query({
  name: 'centre.business.list',
  input: Type.Object({}),
  handle: async (context): Promise<{ rows: BusinessCard[] }> => {
    const { trx, person } = context
    const items = await catalogueByProcess(trx)
    const [todo, doing] = [await countByBusiness(context, 'todo'), await countByBusiness(context, 'doing')]
    const kept = await cardsOf(context)
    const byBusiness = Map.groupBy(await newestProcesses(trx), ({ business }) => business)
    const cards = [...byBusiness].flatMap(([business, processes]): BusinessCard[] => {
      const begin = processes.flatMap((process) => {
        const item = items.get(process.key)
        if (item && !item.open) return []
        const way = wayToBegin(person, process, item?.code)
        return way ? [{ title: item?.title ?? process.title, way }] : []
      })
      const [open, held] = [todo.get(business) ?? NONE, doing.get(business) ?? NONE]
      const isMine = processes.some((process) => worksIn(person, process))
      if (!isMine && begin.length === 0 && open.total + held.total === 0) return []
      const own = kept.get(business)
      return [
        {
          ...{ business, group: groupOf(business), titles: processes.map(({ title }) => title), begin },
          ...{ todo: open.total, doing: held.total },
          ...{ overdue: open.red + held.red, overdueToDo: open.red },
          ...{ nearlyDue: open.yellow + held.yellow, nearlyDueToDo: open.yellow },
          ...{ isFavourite: own?.isFavourite ?? false, place: own?.place ?? null },
        },
      ]
    })
    return { rows: cards.toSorted(inOrder) }
  },
})

/** As the person has put them; those never moved after them, by name. */
const inOrder = (a: BusinessCard, b: BusinessCard): number =>
  (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) || a.business.localeCompare(b.business)

async function cardsOf({ trx, person }: Context): Promise<Map<string, { place: number; isFavourite: boolean }>> {
  const { rows } = await sql<{ business: string; place: number; isFavourite: boolean }>`select business, place,
    is_favourite as "isFavourite" from centre_card where person = ${person.id}`.execute(trx)
  return new Map(rows.map(({ business, ...card }) => [business, card]))
}
