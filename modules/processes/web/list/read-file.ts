import type { Problem } from '../../../../kernel/problems/problem.ts'
import { readDmn } from '../../../../kernel/process/decision/read-dmn.ts'
import { readDesign } from '../../rules/read-design.ts'

/** What a file says: why it cannot be taken, or its title; `ignored`: elements without meaning for the flow. */
export type FileReading = { problems: Problem[]; title: string; ignored: string[] }

export async function readFile(kind: 'process' | 'decision', content: string): Promise<FileReading> {
  if (kind === 'decision') {
    const table = await readDmn(content)
    return 'code' in table ? refused([table]) : { problems: [], title: table.name, ignored: [] }
  }
  const reading = await readDesign(content)
  if ('problems' in reading) return refused(reading.problems)
  return { problems: [], title: reading.process.title.zh, ignored: reading.ignored }
}

const refused = (problems: Problem[]): FileReading => ({ problems, title: '', ignored: [] })
