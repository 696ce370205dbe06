import { DownloadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { Link, useNavigate } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { JobProgress } from '../../../../apps/ui/components/job-progress.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { count, instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { useTableState } from '../../../../apps/ui/table/use-table-state.ts'
import { severities } from '../../schema.ts'
import type { RunView } from '../answers.ts'
import { SeverityTag } from '../severity-tag.tsx'
import { filterNames } from './issue-table.tsx'

/** What was judged, how far it is, what each rule has found, and what may be done next. */
export function RunPanel({ run }: { run: RunView }) {
  const { t, words } = useTexts()
  const client = useQueryClient()
  const of = (severity: string) =>
    run.rows.filter((row) => row.severity === severity).reduce((sum, { total }) => sum + total, 0)
  return (
    <>
      <div className="panel-head">
        <div className="quiet">{run.areaName ?? (run.area || t('quality.run.area.all'))}</div>
        <h2 className="panel-title">
          {words(run.title)} {run.layer}
        </h2>
        <div className="panel-facts">
          <span>
            {run.madeBy} <b>{instant(run.madeAt)}</b>
          </span>
        </div>
      </div>
      <div className="panel-body">
        {run.job && !run.endedAt && (
          <Section title={t('quality.run.progress')}>
            <JobProgress runId={run.job.id} onEnd={() => void client.invalidateQueries()} />
          </Section>
        )}
        <dl className="run-numbers">
          <div>
            <dt>{t('quality.run.features')}</dt>
            <dd className="number">{count(run.featureCount)}</dd>
          </div>
          {severities.map((severity) => (
            <div key={severity}>
              <dt>{t(`quality.run.found.${severity}`)}</dt>
              <dd className={`number is-${severity}`}>{count(of(severity))}</dd>
            </div>
          ))}
        </dl>
        <RuleCounts run={run} />
        <About run={run} />
      </div>
      <Acts run={run} />
    </>
  )
}

function RuleCounts({ run }: { run: RunView }) {
  const { t, words } = useTexts()
  const { state, filterBy } = useTableState(filterNames)
  const none = t(run.endedAt ? 'quality.run.result.none' : 'quality.run.result.soon')
  return (
    <Section title={t('quality.run.result')}>
      {run.rows.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <table className="rule-counts">
          <thead>
            <tr>
              <th colSpan={2}>{t('quality.issue.rule')}</th>
              <th className="right">{t('quality.issues.count')}</th>
              <th className="right">{t('quality.issue.state.open')}</th>
            </tr>
          </thead>
          <tbody>
            {run.rows.map(({ rule, title, severity, total, open }) => (
              <tr key={rule} className={state.filters.rule === rule ? 'is-chosen' : ''}>
                <td>
                  <SeverityTag severity={severity} />
                </td>
                <td>
                  <button
                    type="button"
                    aria-pressed={state.filters.rule === rule}
                    onClick={() => filterBy('rule', state.filters.rule === rule ? undefined : rule)}
                  >
                    {words(title)}
                  </button>
                  <div className="quiet">{rule}</div>
                </td>
                <td className="right number">{count(total)}</td>
                <td className="right number">{count(open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function About({ run }: { run: RunView }) {
  const { t } = useTexts()
  return (
    <Section title={t('quality.run.facts')}>
      <Facts
        rows={[
          [t('quality.run.asOf'), instant(run.asOf)],
          [t('quality.run.version'), `${run.ruleSet} v${run.version}`],
          [
            t('quality.run.rules'),
            run.rules ? t('quality.run.rules.count', { count: run.rules.length }) : t('quality.run.rules.all'),
          ],
          [t('quality.run.endedAt'), instant(run.endedAt)],
          ...(run.repeats
            ? [
                [
                  t('quality.run.repeats'),
                  <Link key="r" to={`/quality/${run.repeats}`}>
                    {t('quality.run.repeats.open')}
                  </Link>,
                ] as const,
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Acts({ run }: { run: RunView }) {
  const { t, language } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const { filters } = useTableState(filterNames).state
  const [again, repeat, resume] = [
    useCall('quality.run.start'),
    useCall('quality.run.repeat'),
    useCall('quality.run.resume'),
  ]
  const opened = { onSuccess: ({ runId }: { runId: string }) => void go(`/quality/${runId}`) }
  const isStopped = !run.endedAt && (run.job?.state === 'cancelled' || run.job?.state === 'failed')
  const error = again.error ?? repeat.error ?? resume.error
  const startAgain = () =>
    again.mutate({ layer: run.layer, area: run.area, ...(run.rules && { rules: [...run.rules] }) }, opened)
  return (
    <>
      {error && <RefusalNotice error={error} />}
      <div className="panel-foot">
        {run.rows.length > 0 && (
          <Button
            icon={<DownloadOutlined />}
            href={addressOf('quality.run.export', { runId: run.id, language, ...filters })}
          >
            {t('quality.run.export')}
          </Button>
        )}
        {isStopped && can('quality.run.resume', { area: run.area }) && (
          <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate({ runId: run.id })}>
            {t('quality.run.resume')}
          </Button>
        )}
        {run.endedAt && can('quality.run.repeat', { area: run.area }) && (
          <Tooltip title={t('quality.run.repeat.why')}>
            <Button loading={repeat.isPending} onClick={() => repeat.mutate({ runId: run.id }, opened)}>
              {t('quality.run.repeat')}
            </Button>
          </Tooltip>
        )}
        {run.endedAt && can('quality.run.start', { area: run.area }) && (
          <Button type="primary" loading={again.isPending} onClick={startAgain}>
            {t('quality.run.again')}
          </Button>
        )}
      </div>
    </>
  )
}
