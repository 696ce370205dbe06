import { Skeleton } from 'antd'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import type { StepPanelProps } from '../../../../apps/ui/module-pages.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import '../common/landuse.css'
import './survey.css'
import { SurveyEditor } from './survey-editor.tsx'

/** 内业调查: what the pictures show, drawn over the range of the case. */
export default function OfficePanel({ case: view, task, map }: StepPanelProps) {
  const { data, error, refetch } = useAsk('landuse.survey.view', { caseId: view.id })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active />
  const canWrite = task.verbs.includes('complete')
  return <SurveyEditor key={`${task.id} ${canWrite}`} caseId={view.id} view={data} map={map} canWrite={canWrite} />
}
