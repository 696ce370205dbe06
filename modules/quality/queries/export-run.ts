import { Type } from '@sinclair/typebox'
import { type Sheet, writeXlsx } from '../../../kernel/formats/write-xlsx.ts'
import { type MadeDownload, query } from '../../../kernel/http/action.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import type { LayerRunRow } from '../../../kernel/quality/blocks/layer-runs.ts'
import { countIssues, type IssueCount, pageOfIssues } from '../../../kernel/quality/browse-issues.ts'
import { ruleText } from '../../../kernel/quality/rule-sets.ts'
import { type IssueView, viewIssues } from '../issue-view.ts'
import { headings, inWords, runFacts } from '../report-words.ts'
import { seenRun } from '../runs.ts'
import { IssueFilter } from '../schema.ts'

/** More rows would keep everybody waiting while the workbook is written; the summary says how many were left out. */
const MOST_ROWS = 20_000

/** The run as a workbook: what was judged, issues by rule, and the issues that pass the filter, worst first. */
export const exportRun = query({
  name: 'quality.run.export',
  input: Type.Object({ ...IssueFilter, language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }),
  bytes: true,
  async handle(context, { runId, language = 'zh', ...filter }): Promise<MadeDownload> {
    const { run } = await seenRun(context, 'quality.run.export', runId)
    const counts = await countIssues(context.trx, runId)
    const { rows, total } = await pageOfIssues(context.trx, runId, filter, { page: 1, pageSize: MOST_ROWS })
    const issues = await viewIssues(context.trx, run, rows)
    const title = layerNamed(run.layer).title[language]
    return {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeXlsx([
        summary(run, { shown: rows.length, total }, language),
        byRule(counts, language),
        listed(issues, language),
      ]),
      fileName: `${inWords('report', language)}-${title}-${run.made_at.toISOString().slice(0, 10)}.xlsx`,
    }
  },
})

type Language = 'zh' | 'en'

const text = (title: string) => ({ title, type: 'text' as const })
const integer = (title: string) => ({ title, type: 'integer' as const })

const summary = (run: LayerRunRow, list: { shown: number; total: number }, language: Language): Sheet => ({
  name: inWords('summary', language),
  columns: [text(inWords('name', language)), text(inWords('value', language))],
  rows: runFacts(run, list, language),
})

const byRule = (counts: readonly IssueCount[], language: Language): Sheet => {
  const [rule, title, clause, severity, ...states] = headings.rules[language]
  return {
    name: inWords('rules', language),
    columns: [text(rule!), text(title!), text(clause!), text(severity!), ...states.map(integer)],
    rows: [...Map.groupBy(counts, ({ rule }) => rule)].map(([id, all]) => {
      const of = (state: string) => all.find((each) => each.state === state)?.count ?? 0
      const sum = all.reduce((total, { count }) => total + count, 0)
      const known = ruleText(id)
      const says = [id, known?.title[language] ?? id, known?.clause ?? '', all[0]!.severity]
      return [...says, sum, of('open'), of('fixed'), of('waived'), of('returned')]
    }),
  }
}

const listed = (issues: readonly IssueView[], language: Language): Sheet => ({
  name: inWords('issues', language),
  columns: headings.issues[language].map((title, k) =>
    k === 8
      ? { title, type: 'number', decimals: 2 }
      : k > 8 && k < 11
        ? { title, type: 'number', decimals: 7 }
        : text(title),
  ),
  rows: issues.map((issue) => [
    ...[issue.rule, issue.title[language], issue.severity, issue.number, issue.areaCode],
    ...[
      issue.features.join(' '),
      issue.field,
      issue.value,
      issue.measure,
      issue.unit,
      ...(issue.place ?? [null, null]),
    ],
    ...[inWords(issue.state, language), issue.settledBy, issue.reason, issue.until],
  ]),
})
