import { Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CaseView } from '../../ui/case-view.ts'
import { OpinionList } from '../../ui/components/opinion-list.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { CaseFiles } from './case/case-files.tsx'
import { CaseHead } from './case/case-head.tsx'
import { CaseLinks } from './case/case-links.tsx'
import { CaseNotices } from './case/case-notices.tsx'
import { CaseTalk } from './case/case-talk.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseWork } from './case-work.tsx'
import { IncidentNotice } from './incident-notice.tsx'
import { moduleTabs } from './module-tabs.tsx'

type Props = { answer: { data: CaseView | undefined; error: unknown; refetch: () => unknown }; map: MapHandle | null }

/** One case on one screen: work, opinions, files, talk, links, quality, flow and history. */
export function CasePanel({ answer, map }: Props) {
  const { data, error, refetch } = answer
  if (error) return <RefusalNotice error={error} onRetry={refetch} />
  if (!data) return <Skeleton active style={{ padding: 16 }} paragraph={{ rows: 10 }} />
  return <OpenCase case={data} map={map} />
}

function OpenCase({ case: view, map }: { case: CaseView; map: MapHandle | null }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const [isWide, setWide] = useState(false)
  const titleOf = useStepTitles(view)
  const items = [
    { key: 'form', label: t('cases.tab.form'), children: <CaseWork case={view} map={map} /> },
    {
      key: 'opinions',
      label: t('cases.tab.opinions', { count: view.opinions.length }),
      children: <OpinionList opinions={view.opinions} titleOf={titleOf} />,
    },
    {
      key: 'files',
      label: t('cases.tab.files', { count: view.resources.length }),
      children: <CaseFiles case={view} />,
    },
    ...moduleTabs(view, map, t),
    { key: 'history', label: t('cases.tab.history'), children: <CaseHistory case={view} /> },
    { key: 'talk', label: withCount(t('cases.tab.talk'), view.comments), children: <CaseTalk case={view} /> },
    { key: 'links', label: withCount(t('cases.tab.links'), view.links), children: <CaseLinks case={view} /> },
  ]
  const choose = (tab: string) => {
    const next = new URLSearchParams(params)
    next.set('tab', tab)
    setParams(next, { replace: true })
  }
  return (
    <div className={isWide ? 'panel-fill panel-wide' : 'panel-fill'}>
      <CaseHead case={view} isWide={isWide} onWiden={() => setWide(!isWide)} />
      <IncidentNotice case={view} titleOf={titleOf} />
      <CaseNotices case={view} />
      <Tabs
        className="panel-tabs tabs-whole"
        tabBarGutter={0}
        activeKey={params.get('tab') ?? 'form'}
        onChange={choose}
        items={items}
      />
    </div>
  )
}

const withCount = (word: string, all: readonly unknown[]) => (all.length > 0 ? `${word} ${all.length}` : word)

/** A step's title in this case's process. */
function useStepTitles(view: CaseView): (step: string) => string {
  const { words } = useTexts()
  return (step) => words(view.process.steps.find(({ id }) => id === step)?.title) || step
}
