import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { AreaText } from '../../../../apps/ui/components/area-text.tsx'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { count, instant, percent } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { ReportView, VerdictView } from '../answers.ts'
import { ConclusionDot } from '../conclusion-dot.tsx'
import { Notes } from './notes.tsx'

type Props = { report: ReportView; rule: string | null; onRule: (rule: string | null) => void }

/** What follows, rule by rule, with the grounds; a press shows the pieces on the map. */
export function ReportPanel({ report, rule, onRule }: Props) {
  const { t, language } = useTexts()
  return (
    <>
      <div className="panel-head">
        <div className="panel-line">
          <span className="quiet">{report.number}</span>
        </div>
        <h2 className="panel-title">{report.title}</h2>
        <div className={`overall overall-${report.conclusion}`} role="status">
          {t(`compliance.overall.${report.conclusion}`)}
        </div>
      </div>
      <div className="panel-body">
        <Section title={t('compliance.verdicts')}>
          <ul className="verdicts">
            {report.verdicts.map((verdict) => (
              <Verdict
                key={verdict.rule}
                verdict={verdict}
                isOpen={rule === verdict.rule}
                onPress={() => onRule(rule === verdict.rule ? null : verdict.rule)}
              />
            ))}
          </ul>
        </Section>
        <AboutReport report={report} />
        <Notes report={report} />
      </div>
      <div className="panel-foot">
        <Button
          icon={<DownloadOutlined />}
          href={addressOf('compliance.report.export', { reportId: report.id, language })}
        >
          {t('compliance.report.export')}
        </Button>
        <Link to={`/compliance/${report.id}/print`}>
          <Button type="primary" icon={<PrinterOutlined />}>
            {t('compliance.print')}
          </Button>
        </Link>
      </div>
    </>
  )
}

function Verdict({ verdict, isOpen, onPress }: { verdict: VerdictView; isOpen: boolean; onPress: () => void }) {
  const { t, words } = useTexts()
  const { conclusion, title, ellipsoidal, share, clause, advice, allowed } = verdict
  const isClear = conclusion === 'clear'
  return (
    <li className={`verdict verdict-${conclusion} ${isOpen ? 'is-open' : ''}`}>
      <button type="button" aria-pressed={isOpen} disabled={isClear} onClick={onPress}>
        <span className="verdict-title">{words(title)}</span>
        <ConclusionDot conclusion={conclusion} />
      </button>
      {!isClear && (
        <>
          <div className="verdict-numbers">
            <AreaText area={ellipsoidal} method="ellipsoidal" />
            <span className="number">{`${t('compliance.share')} ${percent(share, 2)}`}</span>
            <span className="quiet">{`${t('compliance.allowed')} ${percent(allowed, 1)}`}</span>
          </div>
          <p className="verdict-advice">{words(advice)}</p>
        </>
      )}
      <div className="quiet">{words(clause)}</div>
    </li>
  )
}

function AboutReport({ report }: { report: ReportView }) {
  const { t } = useTexts()
  return (
    <Section title={t('compliance.facts')}>
      <Facts
        rows={[
          [t('area.ellipsoidal'), <AreaText key="e" area={report.ellipsoidal} method="ellipsoidal" />],
          [t('area.planar'), <AreaText key="p" area={report.planar} method="planar" />],
          [t('compliance.ranges'), count(report.ranges.length)],
          [t('compliance.area'), report.areaName ?? report.area],
          [
            t('compliance.source'),
            report.caseId ? (
              <Link key="c" to={`/cases/${report.caseId}`}>
                {report.sourceName}
              </Link>
            ) : (
              (report.sourceName ?? t(`compliance.source.${report.source}`))
            ),
          ],
          [t('compliance.asOf'), instant(report.asOf)],
          [t('compliance.rulesVersion'), String(report.rulesVersion)],
          [t('compliance.madeBy'), `${report.madeBy} ${instant(report.madeAt)}`],
        ]}
      />
    </Section>
  )
}
