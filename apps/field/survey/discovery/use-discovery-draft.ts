import { useEffect, useState } from 'react'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { dropThing, keepThing, readThing } from '../../store/things.ts'

/** What is being found: kept with every letter, so that a killed page loses neither the outline nor the words. */
export type DiscoveryDraft = { shape: MultiPolygon; business: string; title: string; description: string }

const NAME = 'discovery/draft'

/** Undefined while it is read; null: nothing is begun. */
export function useDiscoveryDraft(person: string) {
  const [draft, setDraft] = useState<DiscoveryDraft | null>()
  useEffect(() => void readThing<DiscoveryDraft>(person, NAME).then((kept) => setDraft(kept ?? null)), [person])
  const keep = (next: DiscoveryDraft | null) => {
    setDraft(next)
    void (next ? keepThing(person, NAME, next) : dropThing(person, NAME))
  }
  return { draft, keep }
}
