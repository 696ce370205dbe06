import { useEffect, useState } from 'react'
import { useKept } from '../../store/changes.ts'
import { askWorker } from '../packages/ask-worker.ts'
import type { Edition, KeptPackage } from '../packages/kept-package.ts'
import { keepPackage, keptPackages } from '../packages/packages.ts'
import { showPackages } from './package-tiles.ts'

export type UsedPackages = {
  /** Undefined until they are read. */
  kept: KeptPackage[] | undefined
  /** Editions the map and the questions about the ground use; '' while they are being opened. */
  edition: string
}

const HOUR = 3600_000

/** Opens this person's packages for the map and for questions, and again when one comes, changes or goes. */
export function usePackages(person: string): UsedPackages {
  const kept = useKept(() => keptPackages(person), `packages ${person}`)
  const [edition, setEdition] = useState('')
  const folders = kept?.map(({ current }) => current?.folder ?? '').join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: packages are told apart by their folders
  useEffect(() => {
    if (!kept) return
    let isOver = false
    const editions = kept.flatMap(({ current }) => (current ? [current] : []))
    void open(editions).then(() => !isOver && setEdition(folders || 'none'))
    void markUsed(kept)
    return () => {
      isOver = true
    }
  }, [folders])
  return { kept, edition }
}

async function open(editions: Edition[]): Promise<void> {
  await showPackages(editions).catch(() => undefined)
  await askWorker('use', [editions]).catch(() => undefined)
}

async function markUsed(kept: readonly KeptPackage[]): Promise<void> {
  const now = Date.now()
  for (const each of kept) if (each.current && now - each.usedAt > HOUR) await keepPackage({ ...each, usedAt: now })
}
