import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { JobProgress } from '../../../../apps/ui/components/job-progress.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { count, instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { BatchView } from '../answers.ts'
import { useNotes } from '../common/use-notes.ts'
import { BatchStateDot } from './batch-state.tsx'
import { MappingSection } from './mapping-section.tsx'
import { rowsOf } from './rows-of.ts'
import { WithdrawBatch } from './withdraw-batch.tsx'

/** What came, how it was read, how far it is, and the next step. */
export function BatchPanel({ batch }: { batch: BatchView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const client = useQueryClient()
  const process = useCall('landuse.batch.process')
  const isUnderWay = batch.run?.state === 'queued' || batch.run?.state === 'running'
  const mayProcess = can('landuse.batch.process', { area: batch.areaCode, business: 'landuse' })
  const isOpen = batch.state === 'ready' || (batch.state === 'processing' && !isUnderWay)
  return (
    <>
      <div className="panel-head">
        <div className="panel-line">
          <span className="quiet">{batch.number}</span>
          <BatchStateDot state={batch.state} />
        </div>
        <h2 className="panel-title">
          {t(`landuse.source.${batch.source}`)} · {batch.period}
        </h2>
        <div className="panel-facts">
          <span>
            {batch.madeBy} <b>{instant(batch.madeAt)}</b>
          </span>
        </div>
      </div>
      <div className="panel-body">
        {batch.run && (
          <Section title={t('landuse.batch.progress')}>
            <JobProgress runId={batch.run.id} onEnd={() => void client.invalidateQueries()} />
          </Section>
        )}
        <Counts batch={batch} />
        <DeliveryFacts batch={batch} />
        <MappingSection key={batch.id} batch={batch} />
        {process.error && <RefusalNotice error={process.error} />}
      </div>
      <div className="panel-foot">
        {batch.state !== 'cancelled' && <WithdrawBatch batch={batch} />}
        {isOpen && mayProcess && (
          <Button
            type="primary"
            loading={process.isPending}
            disabled={batch.mappingMissing.length > 0}
            onClick={() => process.mutate({ batchId: batch.id })}
          >
            {t(batch.run ? 'landuse.batch.again' : 'landuse.batch.start')}
          </Button>
        )}
        {batch.state === 'done' && (
          <Link to={`/screening?batchId=${batch.id}`}>
            <Button type="primary">{t('landuse.batch.screening')}</Button>
          </Link>
        )}
      </div>
    </>
  )
}

function Counts({ batch }: { batch: BatchView }) {
  const { t } = useTexts()
  const cells: [key: string, value: number, tone: string][] = [
    ['accepted', batch.rows.accepted ?? 0, ''],
    ['repaired', batch.rows.repaired ?? 0, 'tally-warning'],
    ['rejected', batch.rows.rejected ?? 0, 'tally-bad'],
    ['lawful', batch.conclusions.lawful ?? 0, 'tally-good'],
    ['suspect', batch.conclusions.suspect ?? 0, 'tally-bad'],
    ['manual', batch.conclusions.manual ?? 0, 'tally-warning'],
  ]
  return (
    <dl className="tally">
      {cells.map(([key, value, tone]) => (
        <div key={key}>
          <dt>{t(`landuse.counts.${key}`)}</dt>
          <dd className={`number ${value > 0 ? tone : ''}`}>{count(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function DeliveryFacts({ batch }: { batch: BatchView }) {
  const { t } = useTexts()
  const { sentence } = useNotes()
  // Surveyed elsewhere and taken over: no file came.
  if (batch.fileName === '') return <Section title={t('landuse.batch.facts')}>{t('landuse.batch.takenOver')}</Section>
  return (
    <Section title={t('landuse.batch.facts')}>
      <Facts
        rows={[
          [t('landuse.batch.file'), batch.fileName],
          [
            t('landuse.counts.rows'),
            t('landuse.batch.rowsRead', { rows: count(rowsOf(batch)), layer: batch.layerName }),
          ],
          [t('landuse.batch.crs'), `EPSG:${batch.crs.epsg}（${t(`landuse.batch.crs.${batch.crs.how}`)}）`],
          [t('landuse.batch.encoding'), batch.encoding.name],
          [t('landuse.batch.format'), batch.format],
        ]}
      />
      {batch.findings.length > 0 && (
        <ul className="note-list">
          {batch.findings.map((finding) => (
            <li key={finding.code}>{sentence(finding)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
