import { useEffect } from 'react'
import { ask } from '../../ui/api.ts'
import type { AnswerOf } from '../../ui/api-types.ts'
import { keepThing, useThing } from '../store/things.ts'

export type Area = Pick<AnswerOf<'onemap.areas'>['rows'][number], 'code' | 'name' | 'level'>

const NAME = 'tasks/areas'
const NONE: readonly Area[] = []
const asked = new Set<string>()

/** The administrative areas this person may see, kept on the phone; fetched anew once while the page is open. */
export function useAreaNames(person: string): readonly Area[] {
  const kept = useThing<Area[]>(person, NAME)
  useEffect(() => {
    if (asked.has(person)) return
    asked.add(person)
    ask<AnswerOf<'onemap.areas'>>('onemap.areas')
      .then(({ rows }) =>
        keepThing(
          person,
          NAME,
          rows.map(({ code, name, level }) => ({ code, name, level })),
        ),
      )
      // Without a network the kept ones do; the next time the page opens it is tried again.
      .catch(() => asked.delete(person))
  }, [person])
  return kept ?? NONE
}
