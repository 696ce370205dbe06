import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import { readDesign } from '../../rules/read-design.ts'
import type { DesignView } from '../answers.ts'
import { DifferenceList } from '../versions/difference-list.tsx'

/** What is drawn against a published version: the one it was begun from, or another. */
export function VersionTab({ view, process }: { view: DesignView; process: CaseProcess | undefined }) {
  const { t } = useTexts()
  const { key, basedOn } = view.design
  const versions = useAsk('processes.version.list', { kind: 'process', key })
  const [chosen, setChosen] = useState<number | null>(basedOn)
  const version = chosen ?? versions.data?.rows[0]?.version ?? null
  const before = useVersion(key, version)
  if (versions.error) return <RefusalNotice error={versions.error} />
  if (versions.data?.rows.length === 0) return <p className="quiet">{t('processes.differences.first')}</p>
  return (
    <>
      <div className="prop">
        <Select
          style={{ width: '100%' }}
          aria-label={t('processes.differences.against')}
          value={version}
          options={(versions.data?.rows ?? []).map((row) => ({
            value: row.version,
            label: t('processes.version.named', {
              version: row.version,
              by: row.publishedBy ?? t('processes.program'),
            }),
          }))}
          onChange={setChosen}
        />
      </div>
      {before && process && <DifferenceList before={before} after={process} />}
    </>
  )
}

/** A published version as a process, read from its drawing. */
export function useVersion(key: string, version: number | null): CaseProcess | null {
  const { data } = useAsk(
    'processes.version.view',
    { kind: 'process', key, version: version ?? 0 },
    { enabled: version !== null },
  )
  const [process, setProcess] = useState<CaseProcess | null>(null)
  useEffect(() => {
    let isOld = false
    if (data)
      void readDesign(data.content).then((reading) => {
        if (!isOld && 'process' in reading) setProcess(reading.process)
      })
    return () => {
      isOld = true
    }
  }, [data])
  return process
}
