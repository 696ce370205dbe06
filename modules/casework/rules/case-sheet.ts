import type { FormDefinition } from '../../../kernel/forms/definition.ts'
import type { LocalWords } from '../../../kernel/forms/searchable.ts'
import { isStroke, type Stroke } from '../../../kernel/forms/signature.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Title } from '../../../kernel/process/model.ts'
import { scopeSketch } from './scope-sketch.ts'
import { WORDS } from './sheet-words.ts'
import { type Language, valueText } from './value-text.ts'

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
  /** EPSG:4524, metres */
  scope: MultiPolygon | null
}

/** A case on paper: its forms, steps, opinions, files and links as one HTML page that stands alone. Every text is escaped. */
export function caseSheet(content: SheetContent, language: Language, local: LocalWords): string {
  const w = (word: keyof typeof WORDS) => WORDS[word][language]
  const { case: head, process, forms, tasks, opinions, resources, links, pauses, extensions, scope } = content
  const facts = table(
    [],
    [
      [w('business'), process.title[language], w('area'), head.areaName],
      [w('opened'), instant(head.openedAt), w('closed'), instant(head.closedAt)],
      [w('due'), head.due ?? '—', w('outcome'), resultOf(process, head.result, language)],
      ...applicantOf(content, language),
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
    ...forms.definitions.map((form) => [form.title[language], formTable(form, forms.values, language, local)]),
    [w('sketch'), scope ? scopeSketch(scope, language) : ''],
    [w('steps'), table([w('step'), w('by'), w('from'), w('until'), w('outcome')], done.toReversed())],
    [
      w('opinions'),
      table(
        [w('step'), w('opinion'), w('by'), w('at')],
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
        [w('folder'), w('file'), w('at')],
        resources.map(({ folder, title, madeAt }) => [folder, title, instant(madeAt)]),
      ),
    ],
    [
      w('links'),
      table(
        [w('number'), w('name'), w('kind')],
        links.map(({ number, title, kind }) => [number, title, wordOf(kind, language)]),
      ),
    ],
    [
      w('pauses'),
      table(
        [w('reason'), w('began'), w('ended')],
        pauses.map((pause) => [pause.reason, instant(pause.began_at), instant(pause.ended_at)]),
      ),
    ],
    [
      w('extensions'),
      table(
        [w('asked'), w('howLong'), w('reason'), w('decision'), w('by'), w('at')],
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
tr{break-inside:avoid}.signed{display:block;width:36mm;height:12mm}.signed path{fill:none;stroke:#111;stroke-width:4;stroke-linecap:round;stroke-linejoin:round}
.sketch{display:block;max-width:100%;break-inside:avoid}.sketch text{font-size:3px;fill:#333}.sketch path,.sketch rect{fill:none;stroke:#333;stroke-width:.3}
.sketch .grid{stroke:#c4ccd6;stroke-width:.15}.sketch .scope{fill:#fbe3de;stroke:#c62828;stroke-width:.5}.sketch .north{fill:#333}.told{margin:2px 0 0;font-size:12px}`

/** Who asked for it: kept beside the forms' own fields when the case was filed. */
function applicantOf({ forms: { definitions, values } }: SheetContent, language: Language): string[][] {
  const isAsked = definitions.some(({ fields }) => fields.some(({ name }) => name === 'applicant'))
  return isAsked || typeof values.applicant !== 'string' ? [] : [[WORDS.applicant[language], values.applicant, '', '']]
}

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

function formTable({ fields }: FormDefinition, values: Record<string, unknown>, language: Language, local: LocalWords) {
  const filled = fields.filter(({ name }) => values[name] !== undefined && values[name] !== null)
  return table(
    [],
    filled.map((field) => [field.title[language], valueText(field, values[field.name], { language, local })]),
  )
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
  at ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', '\u00a0') : '—'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' }
const text = (raw: string): string => raw.replace(/[&<>"\n]/g, (letter) => ESCAPES[letter]!)
