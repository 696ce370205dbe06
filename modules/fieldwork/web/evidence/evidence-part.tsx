import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../../apps/ui/api.ts'
import { JobProgress } from '../../../../apps/ui/components/job-progress.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { fileSize, instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'

type Props = { caseIds: string[] /** whose packages are listed; without it all of one's own */; caseId?: string }

/** 举证成果包: the layout is chosen, the package made in the background, and fetched when it is there. */
export function EvidencePart({ caseIds, caseId }: Props) {
  const { t, words } = useTexts()
  const [adapter, setAdapter] = useState('neutral')
  const list = useAsk('fieldwork.evidence.list', caseId ? { caseId } : {})
  const prepare = useCall('fieldwork.evidence.prepare')
  return (
    <Section title={t('fieldwork.evidence.title')}>
      <div className="evidence-make">
        <Select
          className="evidence-layout"
          aria-label={t('fieldwork.evidence.adapter')}
          value={adapter}
          onChange={setAdapter}
          options={(list.data?.adapters ?? []).map(({ name, title }) => ({ value: name, label: words(title) }))}
        />
        <Button
          type="primary"
          disabled={caseIds.length === 0}
          loading={prepare.isPending}
          onClick={() => prepare.mutate({ caseIds, adapter })}
        >
          {t('fieldwork.evidence.make.button', { count: caseIds.length })}
        </Button>
      </div>
      <RefusalNotice error={prepare.error ?? list.error} />
      {prepare.data && (
        <JobProgress key={prepare.data.jobId} runId={prepare.data.jobId} onEnd={() => void list.refetch()} />
      )}
      <ul className="evidence-list">
        {(list.data?.rows ?? [])
          .filter(({ digest }) => digest !== null)
          .map(({ id, fileName, size, madeAt }) => (
            <li key={id}>
              <a href={addressOf('fieldwork.evidence.download', { packageId: id })} download={fileName}>
                <DownloadOutlined aria-hidden /> {fileName}
              </a>
              <span className="quiet">{` ${fileSize(size ?? 0)} · ${instant(madeAt === null ? null : String(madeAt))}`}</span>
            </li>
          ))}
      </ul>
      <p className="quiet">{t('fieldwork.evidence.what')}</p>
    </Section>
  )
}
