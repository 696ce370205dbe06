import { useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { JobProgress } from '../../../../apps/ui/components/job-progress.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useVersion } from '../design/version-tab.tsx'
import { MigrationPreview } from './migration-preview.tsx'
import { MigrationReport } from './migration-report.tsx'

type Props = { name: string; from: number; versions: number[]; onClose: () => void }

/** 迁移在办案件: where to, what takes the place of what is gone, what will become of each case; then the run and its report. */
export function MigrateDialog({ name, from, versions, onClose }: Props) {
  const { t } = useTexts()
  const others = versions.filter((version) => version !== from)
  const [to, setTo] = useState(others[0]!)
  const [mapping, setMapping] = useState<Record<string, string>>({})
  const [reason, setReason] = useState('')
  const start = useCall('processes.migration.start')
  const move = { process: name, from, to, mapping }
  const runId = start.data?.runId
  return (
    <Modal
      open
      width={720}
      title={t('processes.migrate.title', { from })}
      okText={t(runId ? 'processes.migrate.close' : 'processes.migrate')}
      okButtonProps={{ loading: start.isPending, disabled: !runId && reason.trim() === '' }}
      onOk={() => (runId ? onClose() : start.mutate({ ...move, reason: reason.trim() }))}
      onCancel={onClose}
    >
      {runId ? (
        <Run runId={runId} />
      ) : (
        <>
          <div className="prop">
            <span className="prop-label">{t('processes.migrate.to')}</span>
            <Select
              aria-label={t('processes.migrate.to')}
              style={{ width: 220 }}
              value={to}
              options={others.map((value) => ({ value, label: t('processes.migrate.version', { version: value }) }))}
              onChange={(next) => {
                setTo(next)
                setMapping({})
              }}
            />
          </div>
          <Preview name={name} from={from} to={to} mapping={mapping} onMapping={setMapping} />
          <Input.TextArea
            rows={2}
            maxLength={1000}
            value={reason}
            aria-label={t('processes.migrate.reason')}
            placeholder={t('processes.migrate.reason')}
            onChange={({ target }) => setReason(target.value)}
          />
          {start.error && <RefusalNotice error={start.error} />}
        </>
      )}
    </Modal>
  )
}

type PreviewProps = {
  name: string
  from: number
  to: number
  mapping: Record<string, string>
  onMapping: (mapping: Record<string, string>) => void
}

function Preview({ name, from, to, mapping, onMapping }: PreviewProps) {
  const { t } = useTexts()
  const mapped = Object.entries(mapping).map(([old, target]) => `${old}:${target}`)
  const preview = useAsk('processes.migration.preview', { process: name, from, to, mapped }, { keep: true })
  const [old, target] = [useVersion(name, from), useVersion(name, to)]
  if (preview.error) return <RefusalNotice error={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data || !old || !target) return <p className="quiet">{t('processes.migrate.looking')}</p>
  return <MigrationPreview preview={preview.data} old={old} target={target} mapping={mapping} onMapping={onMapping} />
}

/** What has become of the cases is asked once more when the run has ended: a short one is over before the first question's answer. */
function Run({ runId }: { runId: string }) {
  const client = useQueryClient()
  const [isOver, setOver] = useState(false)
  const end = () => {
    setOver(true)
    void client.invalidateQueries()
  }
  return (
    <>
      <JobProgress runId={runId} onEnd={end} />
      <MigrationReport runId={runId} isOver={isOver} />
    </>
  )
}
