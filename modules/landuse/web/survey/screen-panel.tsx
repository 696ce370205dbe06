import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import type { StepPanelProps } from '../../../../apps/ui/module-pages.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import type { ClueView } from '../answers.ts'
import '../common/landuse.css'
import './survey.css'
import { ConclusionDot, Tags } from '../common/words.tsx'
import { AdjustDialog } from '../screening/adjust-dialog.tsx'
import { ApprovalList } from '../screening/approval-list.tsx'
import { OverlayTable } from '../screening/overlay-table.tsx'

/** 人工甄别: what the conclusion rests on; it is changed with a reason, then confirmed. */
export default function ScreenPanel({ case: view, task, onDone }: StepPanelProps) {
  const survey = useAsk('landuse.survey.view', { caseId: view.id })
  const clueId = survey.data?.clue.id
  const clue = useAsk('landuse.clue.view', { clueId: clueId ?? '' }, { enabled: clueId !== undefined })
  const error = survey.error ?? clue.error
  if (error) return <RefusalNotice error={error} onRetry={() => survey.refetch()} />
  if (!clue.data) return <Skeleton active />
  return <Screen clue={clue.data} canWrite={task.verbs.includes('complete')} onDone={onDone} />
}

function Screen({ clue, canWrite, onDone }: { clue: ClueView; canWrite: boolean; onDone: () => void }) {
  const { t, language } = useTexts()
  const layers = useLayers().data?.rows ?? []
  const [isAdjusting, setAdjusting] = useState(false)
  const [opinion, setOpinion] = useState('')
  const confirm = useCall('landuse.clue.confirm')
  const send = () =>
    confirm.mutate({ clueIds: [clue.id], ...(opinion.trim() && { opinion: opinion.trim() }) }, { onSuccess: onDone })
  return (
    <>
      <Section
        title={t('landuse.conclusion')}
        extra={<Link to={`/screening?clue=${clue.id}`}>{t('landuse.screen.compare')}</Link>}
      >
        <ConclusionDot conclusion={clue.conclusion} /> <Tags tags={clue.tags} />
        <p className="clue-reason">{clue.reason?.[language]}</p>
        {canWrite && (
          <div className="screen-acts">
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 5 }}
              maxLength={2000}
              aria-label={t('landuse.screen.opinion')}
              placeholder={t('landuse.screen.opinion')}
              value={opinion}
              onChange={(event) => setOpinion(event.target.value)}
            />
            <div className="screen-buttons">
              <Button onClick={() => setAdjusting(true)}>{t('landuse.clue.adjust')}</Button>
              <Button type="primary" loading={confirm.isPending} onClick={send}>
                {t('landuse.clue.confirm')}
              </Button>
            </div>
          </div>
        )}
        {confirm.error && <RefusalNotice error={confirm.error} />}
      </Section>
      {clue.approvals.length > 0 && <ApprovalList approvals={clue.approvals} layers={layers} />}
      <OverlayTable clue={clue} layers={layers} />
      {isAdjusting && <AdjustDialog clues={[clue]} onClose={() => setAdjusting(false)} />}
    </>
  )
}
