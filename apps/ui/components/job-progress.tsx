import { Button, Popconfirm, Progress, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import type { AnswerOf } from '../api-types.ts'
import { count } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { ProblemError } from '../problem.ts'
import { useAsk, useCall } from '../queries.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { StatusDot, type Tone } from './status-dot.tsx'
import { useSentence } from './use-sentence.ts'

export type JobRunView = AnswerOf<'jobs.view'>

const TONE: Record<JobRunView['state'], Tone> = {
  queued: 'idle',
  running: 'active',
  done: 'good',
  failed: 'bad',
  cancelled: 'idle',
}
const isUnderWay = (run: JobRunView | undefined) => run?.state === 'queued' || run?.state === 'running'

/** Background work with its numbers. The run is kept by the server: a reload, or another desk, shows the same. */
export function JobProgress({ runId, onEnd }: { runId: string; onEnd?: (run: JobRunView) => void }) {
  const { t, has } = useTexts()
  const { sentenceOf } = useSentence()
  const {
    data: run,
    error,
    refetch,
  } = useAsk(
    'jobs.view',
    { runId },
    {
      staleTime: 0,
      refetchInterval: (query) => (!query.state.data || isUnderWay(query.state.data) ? 1000 : false),
    },
  )
  useEndOf(run, onEnd)
  if (error && !run) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!run) return <Skeleton.Input active block />
  const stage = run.stage && (has(run.stage) ? t(run.stage) : run.stage)
  return (
    <div className="job" role="status" aria-live="polite">
      <div className="job-head">
        <StatusDot tone={TONE[run.state]}>{t(`job.${run.state}`)}</StatusDot>
        <span className="job-stage">{stage}</span>
        <span className="number quiet">
          {run.total > 0 && t('job.count', { done: count(run.done), total: count(run.total) })}
        </span>
        <span className="number quiet">{run.startedAt && t('job.elapsed', { seconds: elapsedSeconds(run) })}</span>
        {isUnderWay(run) && <CancelJob run={run} />}
      </div>
      <Progress
        percent={percentOf(run)}
        status={run.state === 'failed' ? 'exception' : run.state === 'done' ? 'success' : 'active'}
        size="small"
      />
      {run.state === 'failed' && run.error && (
        <p className="job-error">{sentenceOf(new ProblemError(run.error.code, run.error.status, run.error.params))}</p>
      )}
    </div>
  )
}

function CancelJob({ run }: { run: JobRunView }) {
  const { t, has } = useTexts()
  const cancel = useCall('jobs.cancel')
  return (
    <Popconfirm
      title={t('jobs.cancel.ask', { name: has(run.name) ? t(run.name) : run.name })}
      onConfirm={() => cancel.mutate({ runId: run.id })}
    >
      <Button size="small" loading={cancel.isPending}>
        {t('jobs.cancel')}
      </Button>
    </Popconfirm>
  )
}

const percentOf = ({ state, done, total }: JobRunView) =>
  state === 'done' ? 100 : total > 0 ? Math.min(99, Math.floor((done / total) * 100)) : 0

function elapsedSeconds({ startedAt, endedAt }: JobRunView): number {
  const end = endedAt ? Date.parse(endedAt) : Date.now()
  return Math.max(0, Math.round((end - Date.parse(startedAt ?? '')) / 1000))
}

/** Tells once when a run that was seen under way has ended. */
function useEndOf(run: JobRunView | undefined, onEnd?: (run: JobRunView) => void): void {
  const wasUnderWay = useRef(false)
  useEffect(() => {
    if (isUnderWay(run)) wasUnderWay.current = true
    else if (run && wasUnderWay.current) {
      wasUnderWay.current = false
      onEnd?.(run)
    }
  }, [run, onEnd])
}
