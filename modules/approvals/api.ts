import type { Trx } from '../../kernel/db/database.ts'
import { newestItems } from './items/store.ts'

/** The only door for other modules: processes whose cases are filed by an item of the catalogue, and that item's code. */
export async function itemsByProcess(trx: Trx): Promise<Map<string, string>> {
  return new Map((await newestItems(trx)).map(({ process, code }) => [process, code]))
}

/** The newest version of every item, by the process its cases run on. */
export async function catalogueByProcess(
  trx: Trx,
): Promise<Map<string, { code: string; title: { zh: string; en: string }; open: boolean }>> {
  return new Map((await newestItems(trx)).map(({ process, code, title, open }) => [process, { code, title, open }]))
}

export { projectsWithLand } from './known-projects.ts'
