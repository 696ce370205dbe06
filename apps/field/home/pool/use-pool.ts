import { homeModules } from '../../../../modules/fieldwork/pool/rules/order.ts'
import { ask, call } from '../../../ui/api.ts'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { keepThing, useThing } from '../../store/things.ts'
import { useFetched } from '../use-fetched.ts'

type Pool = AnswerOf<'fieldwork.pool.mine'>
export type PoolModule = Pool['modules'][number]

/** Chosen here and not yet told to the server. */
const WAITING = 'home/chosen'
type Waiting = { codes: string[] } | null

/** The modules of the home page, all there are, and how to choose: kept on the server, and here without a network. */
export function usePool(person: string) {
  const { data: pool, problem, retry } = useFetched<Pool>(person, 'fieldwork.pool.mine')
  const waiting = useThing<Waiting>(person, WAITING)
  const chosen = waiting?.codes ?? pool?.chosen ?? null
  const choose = async (codes: string[]) => {
    await keepThing(person, WAITING, { codes })
    await tellChosen(person, codes)
  }
  return { all: pool?.modules, home: pool && homeModules(pool.modules, chosen), waiting, problem, retry, choose }
}

/** Without a network it waits, and is told when the home page is opened next. */
export async function tellChosen(person: string, codes: string[]): Promise<void> {
  try {
    await call('fieldwork.home.save', { modules: codes })
    const pool = await ask<Pool>('fieldwork.pool.mine')
    await keepThing(person, 'fetched/fieldwork.pool.mine', pool)
    await keepThing(person, WAITING, null)
  } catch {
    // It stays as chosen here.
  }
}
