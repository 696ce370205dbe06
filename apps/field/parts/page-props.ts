import type { KeptPerson } from '../store/field-database.ts'
import type { SyncState } from '../sync/use-sync.ts'

/** What every page is given; `parts` is what follows its name in the address: `#/task/<id>/camera` → ['<id>', 'camera']. */
export type PageProps = { person: KeptPerson; sync: SyncState; parts: string[]; onSignedOut: () => void }
