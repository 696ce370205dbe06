import { CloseOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tabs } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { CaseView } from '../../ui/case-view.ts'
import { Lamp } from '../../ui/components/lamp.tsx'
import { OpinionList } from '../../ui/components/opinion-list.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { StatusDot } from '../../ui/components/status-dot.tsx'
import { day } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { caseTone, isOpen } from './case-columns.tsx'
import { CaseFiles } from './case-files.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseWork } from './case-work.tsx'
import { IncidentNotice } from './incident-notice.tsx'
import { moduleTabs } from './module-tabs.tsx'

type Props = { answer: { data: CaseView | undefined; error: unknown; refetch: () => unknown }; map: MapHandle | null }

/** One case on one screen: work, opinions, files, quality, flow and history. */
export function CasePanel({ answer, map }: Props) {
  const { data, error, refetch } = answer
  if (error) return <RefusalNotice error={error} onRetry={refetch} />
  if (!data) return <Skeleton active style={{ padding: 16 }} paragraph={{ rows: 10 }} />
  return <OpenCase case={data} map={map} />
}

function OpenCase({ case: view, map }: { case: CaseView; map: MapHandle | null }) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
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
      children: <CaseFiles resources={view.resources} />,
    },
    ...moduleTabs(view, map, t),
    { key: 'history', label: t('cases.tab.history'), children: <CaseHistory case={view} /> },
  ]
  const choose = (tab: string) => {
    const next = new URLSearchParams(params)
    next.set('tab', tab)
    setParams(next, { replace: true })
  }
  return (
    <>
      <CaseHead case={view} />
      <IncidentNotice case={view} titleOf={titleOf} />
      <Tabs className="panel-tabs" activeKey={params.get('tab') ?? 'form'} onChange={choose} items={items} />
    </>
  )
}

function CaseHead({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  return (
    <div className="panel-head">
      <div className="panel-line">
        <span className="quiet number">{view.number}</span>
        <StatusDot tone={caseTone[view.state]}>{t(`cases.state.${view.state}`)}</StatusDot>
        <Button
          className="panel-close"
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('common.close')}
          onClick={() => void navigate('/cases')}
        />
      </div>
      <h1 className="panel-title">{view.title}</h1>
      <div className="panel-facts">
        <span>{view.areaName}</span>
        {view.due && isOpen(view.state) && (
          <span>
            {t('cases.due')} <b>{day(view.due)}</b>
          </span>
        )}
        {isOpen(view.state) && <Lamp lamp={view.lamp} dueAt={view.due} />}
        {view.snapshotId && <Link to={`/snapshots/${view.snapshotId}`}>{t('cases.snapshot')}</Link>}
      </div>
    </div>
  )
}

/** A step's title in this case's process. */
function useStepTitles(view: CaseView): (step: string) => string {
  const { words } = useTexts()
  return (step) => words(view.process.steps.find(({ id }) => id === step)?.title) || step
}
