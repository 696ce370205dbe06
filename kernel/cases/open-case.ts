import { type NewCase, type OpenedCase, openRows } from './open-rows.ts'
import { readProcess } from './publish-process.ts'
import { followUp } from './transition.ts'
import type { CaseWork } from './work.ts'

export type { NewCase, OpenedCase } from './open-rows.ts'

/** 立案 on the newest version of the process. */
export async function openCase(work: CaseWork, process: string, request: NewCase): Promise<OpenedCase> {
  const [opened] = await openCases(work, process, [request])
  return opened!
}

/** Many at once, in the order asked for; numbers run in that order within year and area. */
export async function openCases(work: CaseWork, processKey: string, requests: NewCase[]): Promise<OpenedCase[]> {
  const { opened, follow } = await openRows(work, await readProcess(work.trx, processKey), requests)
  await followUp(work, follow)
  return opened
}
