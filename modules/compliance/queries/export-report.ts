import { Type } from '@sinclair/typebox'
import { type Sheet, writeXlsx } from '../../../kernel/formats/write-xlsx.ts'
import { type MadeDownload, query } from '../../../kernel/http/action.ts'
import { landuseName } from '../../../kernel/layers/codes/landuse.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { rulesOf, type StoredReport, seenReport } from '../read-report.ts'
import { headings, say } from '../report-words.ts'
import { Id } from '../schema.ts'

type Language = 'zh' | 'en'

/** The report as a workbook: summary, conclusion by rule, areas by layer and values, approvals. */
export const exportReport = query({
  name: 'compliance.report.export',
  input: Type.Object({ reportId: Id, language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }),
  bytes: true,
  async handle(context, { reportId, language = 'zh' }): Promise<MadeDownload> {
    const report = await seenReport(context, 'compliance.report.export', reportId)
    const sheets = [summary(report, language), verdicts(report, language), areas(report, language)]
    return {
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeXlsx([...sheets, approvals(report, language)]),
      fileName: `${say('report', language)}-${report.number}.xlsx`,
    }
  },
})

const text = (title: string) => ({ title, type: 'text' as const })
const metres = (title: string) => ({ title, type: 'number' as const, decimals: 2 })

const summary = (report: StoredReport, language: Language): Sheet => ({
  name: say('summary', language),
  columns: [text(say('item', language)), text(say('content', language))],
  rows: [
    [say('number', language), report.number],
    [say('title', language), report.title],
    [say('conclusion', language), say(report.conclusion, language)],
    [say('source', language), `${say(report.source, language)} ${report.sourceName ?? ''}`],
    [say('area', language), `${report.areaName ?? ''} ${report.area}`],
    [say('ellipsoidal', language), report.ellipsoidal.toFixed(2)],
    [say('planar', language), report.planar.toFixed(2)],
    [say('asOf', language), report.asOf.toISOString()],
    [say('rules', language), String(report.rulesVersion)],
    [say('madeBy', language), report.madeBy],
    [say('madeAt', language), report.madeAt.toISOString()],
  ],
})

function verdicts(report: StoredReport, language: Language): Sheet {
  const [rule, title, conclusion, ellipsoidal, planar, share, clause, advice] = headings.verdicts[language]
  return {
    name: say('byRule', language),
    columns: [
      text(rule!),
      text(title!),
      text(conclusion!),
      metres(ellipsoidal!),
      metres(planar!),
      metres(share!),
    ].concat([text(clause!), text(advice!)] as never),
    rows: rulesOf(report.verdicts).map((one) => [
      ...[one.rule, one.title[language], say(one.conclusion, language), one.ellipsoidal, one.planar, one.share * 100],
      ...[one.clause[language], one.conclusion === 'clear' ? '' : one.advice[language]],
    ]),
  }
}

function areas(report: StoredReport, language: Language): Sheet {
  const [layer, what, dlbm, owner, ellipsoidal, planar] = headings.areas[language]
  return {
    name: say('areas', language),
    columns: [text(layer!), text(what!), text(dlbm!), text(owner!), metres(ellipsoidal!), metres(planar!)],
    rows: report.areas.map(({ layer: name, covered, key, ...area }) => {
      const dlbmOf = key.DLBM ? `${key.DLBM} ${landuseName(String(key.DLBM)) ?? ''}` : ''
      const other = Object.entries(key).filter(
        ([field, value]) => value !== null && !['DLBM', 'QSDWMC'].includes(field),
      )
      return [
        ...[
          layerNamed(name).title[language],
          covered ? other.map(([, value]) => value).join(' ') : say('free', language),
        ],
        ...[dlbmOf, String(key.QSDWMC ?? key.SYDW ?? ''), area.ellipsoidal, area.planar],
      ]
    }),
  }
}

function approvals(report: StoredReport, language: Language): Sheet {
  const [layer, number, project, holder, decided, until, valid, ellipsoidal, planar] = headings.approvals[language]
  return {
    name: say('approvals', language),
    columns: [
      ...[layer, number, project, holder, decided, until, valid].map((title) => text(title!)),
      ...[metres(ellipsoidal!), metres(planar!)],
    ],
    rows: report.approvals.map((one) => [
      ...[layerNamed(one.layer).title[language], one.number, one.project, one.holder, one.decidedOn, one.validUntil],
      ...[say(one.valid ? 'valid' : 'invalid', language), one.ellipsoidal, one.planar],
    ]),
  }
}
