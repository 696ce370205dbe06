import type { PayloadOf } from '../schema.ts'
import type { Applying } from './applying.ts'
import { taskToWorkOn } from './standing.ts'

/** A file that a form names: only its bytes have to be there; the form puts it into the case's tree when it is handed in. */
export async function addFile(applying: Applying, { digest }: PayloadOf<'file.add'>) {
  await taskToWorkOn(applying)
  return (await applying.context.files.has(digest))
    ? { status: 'applied' as const }
    : { status: 'held' as const, waitsFor: 'photo' as const }
}
