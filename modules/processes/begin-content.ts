import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import { readProcess } from '../../kernel/cases/publish-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { invalid, type Problem } from '../../kernel/problems/problem.ts'
import { plainIds } from '../../kernel/process/bpmn/plain-ids.ts'
import { readDmn } from '../../kernel/process/decision/read-dmn.ts'
import { writeDmn } from '../../kernel/process/decision/write-dmn.ts'
import { publishedContent } from './designs.ts'
import { blankProcess } from './rules/blank-process.ts'
import { blankTable } from './rules/blank-table.ts'
import { designModdle, drawnProcess, nodesIn, readDesign } from './rules/read-design.ts'
import { renamed } from './rules/rename-design.ts'
import { writeDesign } from './rules/write-design.ts'
import type { DesignKind, From } from './schema.ts'
import { readDecision } from './versions.ts'

/** What a design begins with. `problem`: why the file cannot be taken. */
export type Begun = { title: string; business: string; basedOn: number | null; content: string; problem?: Problem }

export function contentFrom(trx: Trx, kind: DesignKind, key: string, from: From): Promise<Begun> {
  return kind === 'process' ? processFrom(trx, key, from) : decisionFrom(trx, key, from)
}

async function processFrom(trx: Trx, key: string, from: From): Promise<Begun> {
  if ('nothing' in from) {
    const { zh, en, business } = from.nothing
    return { title: zh, business, basedOn: null, content: blankProcess(key, { zh, en }, business) }
  }
  if ('file' in from) return fromFile(key, from.file)
  const process = await readProcess(trx, from.version.key, from.version.version)
  const drawn = await publishedContent(trx, 'process', from.version.key, from.version.version)
  const content = await renamed(drawn?.content ?? (await writeDesign(process)), { key })
  const basedOn = from.version.key === key ? process.version : null
  return { title: process.title.zh, business: process.business, basedOn, content }
}

type File = Extract<From, { file: object }>['file']

async function fromFile(key: string, { content, zh, business }: File): Promise<Begun> {
  const reading = await readDesign(content)
  const begun = { title: zh ?? key, business: business ?? '*', basedOn: null, content }
  if ('problems' in reading) return { ...begun, problem: unsupported(reading.problems) }
  const process = withNames(reading.process, zh, business)
  const drawn = (await isDrawn(content)) ? content : await writeDesign(process)
  const names = { key, title: process.title.zh, business: process.business }
  return { ...begun, title: process.title.zh, business: process.business, content: await renamed(drawn, names) }
}

/** Whether a canvas shows it all: every node has its shape. */
async function isDrawn(content: string): Promise<boolean> {
  const plain = plainIds(content)
  const { rootElement } = await designModdle().fromXML(plain)
  return nodesIn(drawnProcess(rootElement)).every(
    ({ id, $type }) => !isShown($type) || plain.includes(`bpmnElement="${id}"`),
  )
}

/** What is a node, or an event on one; data and notes may do without. */
const isShown = (type: string): boolean => /(Task|Activity|SubProcess|Gateway|Event)$/.test(type)

const withNames = (process: CaseProcess, zh = process.title.zh, business = process.business): CaseProcess => ({
  ...process,
  title: { ...process.title, zh },
  business,
})

/** Names every element at once, so that one look at the foreign model mends it. */
function unsupported(problems: Problem[]): Problem {
  const [first] = problems
  if (first && !first.params?.element) return first
  const elements = problems.map(({ params }) => `${params?.name || params?.id} (${params?.element})`)
  return invalid('processes.design.start.unsupported', { count: problems.length, elements: elements.join('、') })
}

async function decisionFrom(trx: Trx, key: string, from: From): Promise<Begun> {
  if ('nothing' in from) {
    const table = blankTable(key, from.nothing.zh)
    return { title: table.name, business: '*', basedOn: null, content: await writeDmn(table) }
  }
  const read =
    'file' in from ? await readDmn(from.file.content) : await readDecision(trx, from.version.key, from.version)
  if ('code' in read) return { title: key, business: '*', basedOn: null, content: '', problem: read }
  const basedOn = 'version' in from && from.version.key === key ? from.version.version : null
  return { title: read.name, business: '*', basedOn, content: await writeDmn({ ...read, id: key }) }
}
