import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'
import { isStroke, type Stroke } from '../../../kernel/forms/signature.ts'
import type { Title } from '../../../kernel/process/model.ts'

type Language = 'zh' | 'en'
type Named = { name: string } | null

/** What the page is made of; all of it is in an exported case. */
export type SheetContent = {
  case: {
    number: string
    title: string
    areaName: string
    openedAt: Date
    closedAt: Date | null
    due: string | null
    result: string | null
  }
  process: { title: Title; steps: { id: string; title: Title; kind?: string; result?: string }[] }
  forms: { definitions: FormDefinition[]; values: Record<string, unknown> }
  tasks: {
    stepTitle: Title
    item: string | null
    state: string
    assignee: Named
    openedAt: Date
    doneAt: Date | null
    outcome: string | null
    outcomes: { name: string; title: Title }[]
  }[]
  opinions: { by: { name: string }; at: Date; step: string | null; text: string; signature: Stroke | null }[]
  resources: { folder: string; title: string; madeAt: Date }[]
  links: { number: string; title: string; kind: string }[]
  extensions: {
    days: number
    reason: string
    granted: boolean | null
    by: { name: string }
    decidedBy: Named
    decidedAt: Date | null
  }[]
  pauses: { kind: string; reason: string; began_at: Date; ended_at: Date | null }[]
}

const WORDS = {
  area: { zh: '行政区', en: 'Area' },
  business: { zh: '业务', en: 'Business' },
  opened: { zh: '立案时间', en: 'Opened' },
  closed: { zh: '办结时间', en: 'Closed' },
  due: { zh: '到期日', en: 'Due' },
  steps: { zh: '办理环节', en: 'Steps' },
  step: { zh: '环节', en: 'Step' },
  by: { zh: '办理人', en: 'By' },
  from: { zh: '到达', en: 'Arrived' },
  until: { zh: '办结', en: 'Done' },
  outcome: { zh: '结果', en: 'Outcome' },
  opinions: { zh: '意见', en: 'Opinions' },
  files: { zh: '材料目录', en: 'Files' },
  links: { zh: '关联案件', en: 'Linked cases' },
  pauses: { zh: '停表记录', en: 'Pauses' },
  returned: { zh: '退回', en: 'Returned' },
  withdrawn: { zh: '已撤回', en: 'Taken back' },
  signed: { zh: '已签署', en: 'Signed' },
  called: { zh: '已收回', en: 'Called back' },
  child: { zh: '子案', en: 'Child case' },
  supplement: { zh: '补充合同', en: 'Supplementary contract' },
  related: { zh: '相关', en: 'Related' },
  extensions: { zh: '延期', en: 'Extensions' },
  granted: { zh: '批准', en: 'Granted' },
  refused: { zh: '未批准', en: 'Refused' },
  waits: { zh: '待批', en: 'Not decided' },
  days: { zh: '个工作日', en: 'working days' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} satisfies Record<string, Title>

/** A case on paper: its forms, steps, opinions, files and links as one HTML page that stands alone. Every text is escaped. */
export function caseSheet(content: SheetContent, language: Language): string {
  const w = (word: keyof typeof WORDS) => WORDS[word][language]
  const { case: head, process, forms, tasks, opinions, resources, links, pauses, extensions } = content
  const facts = table(
    [],
    [
      [w('business'), process.title[language], w('area'), head.areaName],
      [w('opened'), instant(head.openedAt), w('closed'), instant(head.closedAt)],
      [w('due'), head.due ?? '—', w('outcome'), resultOf(process, head.result, language)],
    ],
  )
  const done = tasks.map(({ stepTitle, item, assignee, openedAt, doneAt, outcome, outcomes, state }) => [
    ...[
      [stepTitle[language], item].filter(Boolean).join(' · '),
      assignee?.name ?? '—',
      instant(openedAt),
      instant(doneAt),
    ],
    outcomes.find(({ name }) => name === outcome)?.title[language] ??
      wordOf(state === 'cancelled' ? 'called' : outcome, language),
  ])
  const titleOf = (step: string | null) => process.steps.find(({ id }) => id === step)?.title[language] ?? ''
  const sections = [
    ...forms.definitions.map((form) => [form.title[language], formTable(form, forms.values, language)]),
    [w('steps'), table([w('step'), w('by'), w('from'), w('until'), w('outcome')], done.toReversed())],
    [
      w('opinions'),
      table(
        [],
        opinions.map(({ by, at, step, text, signature }) => [
          titleOf(step),
          text,
          signedBy(by.name, signature),
          instant(at),
        ]),
      ),
    ],
    [
      w('files'),
      table(
        [],
        resources.map(({ folder, title, madeAt }) => [folder, title, instant(madeAt)]),
      ),
    ],
    [
      w('links'),
      table(
        [],
        links.map(({ number, title, kind }) => [number, title, wordOf(kind, language)]),
      ),
    ],
    [
      w('pauses'),
      table(
        [],
        pauses.map((pause) => [pause.reason, instant(pause.began_at), instant(pause.ended_at)]),
      ),
    ],
    [
      w('extensions'),
      table(
        [],
        extensions.map(({ days, reason, granted, by, decidedBy, decidedAt }) => [
          ...[by.name, `${days} ${w('days')}`, reason],
          ...[
            w(granted === null ? 'waits' : granted ? 'granted' : 'refused'),
            decidedBy?.name ?? '—',
            instant(decidedAt),
          ],
        ]),
      ),
    ],
  ].filter(([, body]) => body !== '')
  const title = `${head.number} ${head.title}`
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><title>${text(title)}</title><style>${STYLE}</style>
<h1>${text(head.title)}</h1><p>${text(head.number)}</p>${facts}
${sections.map(([name, body]) => `<h2>${text(name!)}</h2>${body}`).join('\n')}</html>`
}

const STYLE = `body{font:14px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;max-width:190mm;margin:12mm auto;color:#111}
h1{font-size:20px;margin:0}h2{font-size:15px;margin:18px 0 6px}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top;font-weight:400}th{background:#f2f4f7}
tr{break-inside:avoid}.signed{display:block;width:36mm;height:12mm}.signed path{fill:none;stroke:#111;stroke-width:4;stroke-linecap:round;stroke-linejoin:round}`

/** What has no title in the process: a code, in words. */
function wordOf(code: string | null, language: Language): string {
  if (code === null) return '—'
  return code in WORDS ? WORDS[code as keyof typeof WORDS][language] : code
}

/** How the case ended, as its process calls that end. */
function resultOf({ steps }: SheetContent['process'], result: string | null, language: Language): string {
  const end = steps.find((step) => step.kind === 'end' && step.result === result)
  return end?.title[language] ?? result ?? '—'
}

function formTable({ fields }: FormDefinition, values: Record<string, unknown>, language: Language): string {
  const filled = fields.filter(({ name }) => values[name] !== undefined && values[name] !== null)
  return table(
    [],
    filled.map((field) => [field.title[language], shown(field, values[field.name], language)]),
  )
}

function shown(field: FormField, value: unknown, language: Language): string {
  if (typeof value === 'boolean') return WORDS[value ? 'yes' : 'no'][language]
  if (field.type === 'choice')
    return [value]
      .flat()
      .map((one) => field.options.find((option) => option.value === one)?.title[language] ?? String(one))
      .join('、')
  if (field.type === 'table' && Array.isArray(value))
    return value
      .map((row: Record<string, unknown>) =>
        field.columns.map(({ name, title }) => `${title[language]}：${plain(row[name])}`).join('；'),
      )
      .join('\n')
  return plain(value)
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return '—'
  if (Array.isArray(value)) return String(value.length)
  if (typeof value === 'object') return 'name' in value ? String(value.name) : '…'
  return String(value)
}

/** A cell that is drawn, not written. */
type Drawn = { html: string }

/** The name, and the signature as it was drawn under the opinion. */
function signedBy(name: string, signature: Stroke | null): string | Drawn {
  if (!isStroke(signature)) return name
  const { path, width, height } = signature
  return {
    html: `${text(name)}<svg class="signed" viewBox="0 0 ${width} ${height}" role="img"><path d="${path}"/></svg>`,
  }
}

function table(head: string[], rows: (string | Drawn)[][]): string {
  if (rows.length === 0) return ''
  const shownAs = (cell: string | Drawn) => (typeof cell === 'string' ? text(cell) : cell.html)
  const line = (cells: (string | Drawn)[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${shownAs(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${head.length > 0 ? line(head, 'th') : ''}${rows.map((row) => line(row, 'td')).join('')}</table>`
}

const instant = (at: Date | null): string =>
  at ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : '—'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' }
const text = (raw: string): string => raw.replace(/[&<>"\n]/g, (letter) => ESCAPES[letter]!)
