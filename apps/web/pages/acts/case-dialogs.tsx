import { Input, Select } from 'antd'
import { useId, useState } from 'react'
import type { CaseView } from '../../../ui/case-view.ts'
import { DayInput } from '../../../ui/components/day-input.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ActDialog } from './act-dialog.tsx'
import { HandlerDialog } from './handler-dialog.tsx'
import { PeopleChoice } from './people-choice.tsx'
import { ReasonInput } from './reason-input.tsx'
import { ReasonOnlyDialog } from './reason-only-dialog.tsx'

export type AskedCaseAct =
  | 'circulate'
  | 'supervise'
  | 'askCorrection'
  | 'changeHandler'
  | 'suspend'
  | 'nudge'
  | 'proposeClosure'

type Props = { case: CaseView; onClose: () => void }

/** The dialog of each act on a case. */
export function CaseDialog({ act, case: view, onClose }: Props & { act: AskedCaseAct }) {
  const shared = { number: view.number, onClose, act, input: { caseId: view.id } }
  switch (act) {
    case 'circulate':
      return <CirculateDialog case={view} onClose={onClose} />
    case 'supervise':
      return <SuperviseDialog case={view} onClose={onClose} />
    case 'askCorrection':
      return <CorrectionDialog case={view} onClose={onClose} />
    case 'changeHandler':
      return <HandlerDialog case={view} onClose={onClose} />
    case 'suspend':
      return <SuspendDialog case={view} onClose={onClose} />
    case 'nudge':
      return <ReasonOnlyDialog {...shared} verb="casework.task.nudge" name="text" />
    case 'proposeClosure':
      return <ReasonOnlyDialog {...shared} verb="casework.case.proposeIrregularClosure" isDanger />
  }
}

/** 传阅: blocks nothing; who is shown the case reads it and may answer. */
function CirculateDialog({ case: view, onClose }: Props) {
  const { t } = useTexts()
  const [people, setPeople] = useState<string[]>([])
  const [text, setText] = useState('')
  return (
    <ActDialog
      verb="casework.case.circulate"
      title={t('cases.act.circulate.ask', { number: view.number })}
      ok={t('cases.act.circulate')}
      input={{ caseId: view.id, people, text }}
      isReady={people.length > 0 && text.trim() !== ''}
      onClose={onClose}
    >
      <PeopleChoice caseId={view.id} value={people} onChange={setPeople} label={t('acts.circulate.to')} />
      <ReasonInput value={text} onChange={setText} label={t('acts.message')} hint={t('acts.circulate.hint')} />
    </ActDialog>
  )
}

/** 督办: asks for an answer by a day. */
function SuperviseDialog({ case: view, onClose }: Props) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [until, setUntil] = useState<string | undefined>()
  return (
    <ActDialog
      verb="casework.case.supervise"
      title={t('cases.act.supervise.ask', { number: view.number })}
      ok={t('cases.act.supervise')}
      input={{ caseId: view.id, text, until }}
      isReady={text.trim() !== '' && until !== undefined}
      onClose={onClose}
    >
      <ReasonInput
        isFirst
        value={text}
        onChange={setText}
        label={t('acts.supervise.text')}
        hint={t('acts.supervise.hint')}
      />
      <DayRow label={t('acts.supervise.until')} value={until} onChange={setUntil} />
    </ActDialog>
  )
}

/** 补正: once for a case; the clock stands still until it is received (行政许可法 32). */
function CorrectionDialog({ case: view, onClose }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [items, setItems] = useState('')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | undefined>()
  const lines = items.split('\n').flatMap((line) => line.trim() || [])
  return (
    <ActDialog
      verb="casework.case.askCorrection"
      title={t('cases.act.askCorrection.ask', { number: view.number })}
      ok={t('cases.act.askCorrection')}
      input={{ caseId: view.id, items: lines, reason, until }}
      isReady={lines.length > 0 && reason.trim() !== '' && until !== undefined}
      onClose={onClose}
    >
      <p className="quiet">{t('acts.correction.once')}</p>
      <div className="form-row">
        <label className="form-title" htmlFor={id}>
          {t('acts.correction.items')}
        </label>
        <Input.TextArea
          id={id}
          autoFocus
          autoSize={{ minRows: 3, maxRows: 10 }}
          placeholder={t('acts.correction.items.hint')}
          value={items}
          onChange={(event) => setItems(event.target.value)}
        />
      </div>
      <ReasonInput value={reason} onChange={setReason} label={t('common.reason')} />
      <DayRow label={t('acts.correction.until')} value={until} onChange={setUntil} />
    </ActDialog>
  )
}

const PAUSES = ['suspension', 'publicNotice', 'expertReview', 'hearing'] as const

/** 挂起, 公示, 专家评审, 听证: the clock stands still, nobody can act. */
function SuspendDialog({ case: view, onClose }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [kind, setKind] = useState<(typeof PAUSES)[number]>('suspension')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | undefined>()
  return (
    <ActDialog
      verb="casework.task.suspend"
      title={t('cases.act.suspend.ask', { number: view.number })}
      ok={t('cases.act.suspend')}
      input={{ caseId: view.id, kind, reason, until }}
      isReady={reason.trim() !== ''}
      onClose={onClose}
    >
      <div className="form-row">
        <label className="form-title" htmlFor={id}>
          {t('acts.suspend.kind')}
        </label>
        <Select
          id={id}
          style={{ width: '100%' }}
          value={kind}
          onChange={setKind}
          options={PAUSES.map((one) => ({ value: one, label: t(`clock.pause.${one}`) }))}
        />
      </div>
      <ReasonInput value={reason} onChange={setReason} label={t('common.reason')} />
      <DayRow label={t('acts.suspend.until')} value={until} onChange={setUntil} />
    </ActDialog>
  )
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string | undefined) => void }

function DayRow({ label, value, onChange }: DayProps) {
  const id = useId()
  return (
    <div className="form-row">
      <label className="form-title" htmlFor={id}>
        {label}
      </label>
      <DayInput id={id} value={value} onChange={onChange} width="100%" />
    </div>
  )
}
