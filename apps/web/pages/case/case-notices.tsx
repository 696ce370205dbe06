import { Alert, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../ui/case-view.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { day, instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { isCorrected, scopeOf } from '../acts/case-acts.tsx'
import { ReasonOnlyDialog } from '../acts/reason-only-dialog.tsx'
import { ExtensionAsked } from './extension-asked.tsx'

/** What is to be known before anything else: shown to the reader, watched over, waiting for the applicant, about to be closed. */
export function CaseNotices({ case: view }: { case: CaseView }) {
  const { person } = useSession()
  const toRead = view.circulations.filter((one) => one.person.id === person?.id && one.readAt === null)
  const watched = view.supervisions.filter(({ endedAt }) => endedAt === null)
  const isPending = view.irregularClosure !== null && view.irregularClosure.confirmedBy === null
  return (
    <div className="case-notices">
      {toRead.map((one) => (
        <Circulated key={one.id} circulation={one} />
      ))}
      {watched.map((one) => (
        <Supervised key={one.id} case={view} supervision={one} />
      ))}
      {view.extensions
        .filter(({ decidedAt }) => decidedAt === null)
        .map((one) => (
          <ExtensionAsked key={one.id} case={view} extension={one} />
        ))}
      {view.state === 'suspended' &&
        (isCorrected(view) ? <Corrected case={view} correction={view.correction!} /> : <Paused case={view} />)}
      {isPending && (view.state === 'running' || view.state === 'suspended') && <ToBeClosed case={view} />}
    </div>
  )
}

function Circulated({ circulation }: { circulation: CaseView['circulations'][number] }) {
  const { t } = useTexts()
  const [answer, setAnswer] = useState('')
  const { mutate, isPending, error } = useCall<unknown>('casework.circulation.read')
  return (
    <Alert
      type="info"
      title={t('cases.circulated', { name: circulation.by.name, at: instant(circulation.at) })}
      description={
        <>
          <p>{circulation.text}</p>
          <div className="notice-answer">
            <Input
              value={answer}
              aria-label={t('cases.circulated.answer')}
              placeholder={t('cases.circulated.answer')}
              onChange={(event) => setAnswer(event.target.value)}
            />
            <Button
              type="primary"
              loading={isPending}
              onClick={() => mutate({ id: circulation.id, ...(answer.trim() && { answer }) })}
            >
              {t('cases.circulated.read')}
            </Button>
          </div>
          <RefusalNotice error={error} />
        </>
      }
    />
  )
}

type SupervisedProps = { case: CaseView; supervision: CaseView['supervisions'][number] }

function Supervised({ case: view, supervision }: SupervisedProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isAnswering, setAnswering] = useState(false)
  const end = useCall<unknown>('casework.case.endSupervision')
  const { id, by, text, until, answer, answeredBy } = supervision
  const scope = scopeOf(view)
  return (
    <Alert
      type="warning"
      title={t('cases.supervised', { name: by.name, day: day(until) })}
      description={
        <>
          <p>{text}</p>
          {answer && <p>{t('cases.supervised.answered', { name: answeredBy?.name ?? '', answer })}</p>}
          <div className="notice-answer">
            {!answer && can('casework.case.answerSupervision', scope) && (
              <Button size="small" onClick={() => setAnswering(true)}>
                {t('cases.act.answerSupervision')}
              </Button>
            )}
            {can('casework.case.endSupervision', scope) && (
              <Button size="small" loading={end.isPending} onClick={() => end.mutate({ id })}>
                {t('cases.act.endSupervision')}
              </Button>
            )}
          </div>
          <RefusalNotice error={end.error} />
          {isAnswering && (
            <ReasonOnlyDialog
              act="answerSupervision"
              verb="casework.case.answerSupervision"
              number={view.number}
              input={{ id }}
              name="answer"
              onClose={() => setAnswering(false)}
            />
          )}
        </>
      }
    />
  )
}

type CorrectedProps = { case: CaseView; correction: NonNullable<CaseView['correction']> }

function Corrected({ case: view, correction }: CorrectedProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isReceiving, setReceiving] = useState(false)
  return (
    <Alert
      type="warning"
      title={t('cases.corrected', { day: day(correction.until) })}
      description={
        <>
          <p>{correction.reason}</p>
          <ul className="notice-items">
            {correction.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          {can('casework.case.receiveCorrection', scopeOf(view)) && (
            <Button size="small" type="primary" onClick={() => setReceiving(true)}>
              {t('cases.act.receiveCorrection')}
            </Button>
          )}
          {isReceiving && (
            <ReasonOnlyDialog
              act="receiveCorrection"
              verb="casework.case.receiveCorrection"
              number={view.number}
              input={{ caseId: view.id }}
              name="note"
              isOptional
              onClose={() => setReceiving(false)}
            />
          )}
        </>
      }
    />
  )
}

/** The clock stands still and why; whoever may lets it go on. */
function Paused({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const { mutate, isPending, error } = useCall('casework.task.resume')
  const pause = view.pauses.find(({ ended_at }) => ended_at === null)
  if (!pause) return null
  return (
    <Alert
      type="info"
      title={t('cases.paused', { kind: t(`clock.pause.${pause.kind}`), at: instant(pause.began_at) })}
      description={
        <>
          <p>{pause.reason}</p>
          {pause.until && <p className="quiet">{t('clock.until', { day: day(pause.until) })}</p>}
          {can('casework.task.resume', scopeOf(view)) && (
            <Button size="small" type="primary" loading={isPending} onClick={() => mutate({ caseId: view.id })}>
              {t('cases.act.resume')}
            </Button>
          )}
          <RefusalNotice error={error} />
        </>
      }
    />
  )
}

/** 非正常结案, second half: somebody else than who proposed it confirms, and it cannot be undone. */
function ToBeClosed({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const { can, person } = useSession()
  const { mutate, isPending, error } = useCall('casework.case.closeIrregularly')
  const closure = view.irregularClosure
  const mayConfirm = can('casework.case.closeIrregularly', scopeOf(view)) && closure?.proposedBy !== person?.id
  return (
    <Alert
      type="error"
      title={t('cases.toBeClosed')}
      description={
        <>
          <p>{closure?.reason}</p>
          {mayConfirm ? (
            <Popconfirm
              title={t('cases.act.closeIrregularly.ask', { number: view.number })}
              okText={t('cases.act.closeIrregularly')}
              cancelText={t('common.cancel')}
              okButtonProps={{ danger: true }}
              onConfirm={() => mutate({ caseId: view.id })}
            >
              <Button danger size="small" loading={isPending}>
                {t('cases.act.closeIrregularly')}
              </Button>
            </Popconfirm>
          ) : (
            <p className="quiet">{t('cases.toBeClosed.other')}</p>
          )}
          <RefusalNotice error={error} />
        </>
      }
    />
  )
}
