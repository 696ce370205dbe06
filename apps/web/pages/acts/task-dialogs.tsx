import { useState } from 'react'
import type { CaseView, TaskView } from '../../../ui/case-view.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ActDialog } from './act-dialog.tsx'
import { CandidateChoice } from './candidate-choice.tsx'
import { ExtensionDialog } from './extension-dialog.tsx'
import { PeopleChoice } from './people-choice.tsx'
import { ReasonInput } from './reason-input.tsx'
import { ReasonOnlyDialog } from './reason-only-dialog.tsx'
import { ReturnTarget, type Target } from './return-target.tsx'

export type AskedTaskAct =
  | 'return'
  | 'reassign'
  | 'forceClaim'
  | 'addSigner'
  | 'removeSigner'
  | 'askExtension'
  | 'delegate'
  | 'resolve'
  | 'recall'

type Props = { case: CaseView; task: TaskView; revision: number; onClose: () => void }

/** The dialog of each act on a task. */
export function TaskDialog({ act, ...props }: Props & { act: AskedTaskAct }) {
  const { case: view, task, onClose } = props
  const shared = { number: view.number, onClose, verb: `casework.task.${act}`, act }
  switch (act) {
    case 'return':
      return <ReturnDialog {...props} />
    case 'reassign':
      return <HandOverDialog {...props} act="reassign" />
    case 'delegate':
      return <HandOverDialog {...props} act="delegate" />
    case 'addSigner':
      return <AddSignerDialog {...props} />
    case 'removeSigner':
      return <ReasonOnlyDialog {...shared} input={{ taskId: task.id }} isOptional />
    case 'askExtension':
      return <ExtensionDialog {...props} />
    case 'resolve':
      return <ResolveDialog {...props} />
    case 'forceClaim':
      return <ReasonOnlyDialog {...shared} input={{ taskId: task.id }} isDanger />
    case 'recall':
      return <ReasonOnlyDialog {...shared} input={{ taskId: task.id }} />
  }
}

function ReturnDialog({ case: view, task, revision, onClose }: Props) {
  const { t } = useTexts()
  const [reason, setReason] = useState('')
  const [target, setTarget] = useState<Target>({ to: 'previous', scope: 'branch' })
  const coSign = coSignOf(view, task)
  return (
    <ActDialog
      verb="casework.task.return"
      title={t('cases.act.return.ask', { number: view.number })}
      ok={t('cases.act.return')}
      input={{ taskId: task.id, ...target, reason, revision }}
      isReady={reason.trim() !== ''}
      isDanger
      onClose={onClose}
    >
      {coSign && <p className="quiet">{t(`acts.return.${coSign.onReturn ?? 'step'}`)}</p>}
      {coSign?.onReturn !== 'vote' && (
        <ReturnTarget
          value={target}
          onChange={setTarget}
          steps={task.returnTo}
          hasBranches={view.standing.length > 1}
        />
      )}
      <ReasonInput isFirst value={reason} onChange={setReason} label={t('cases.act.return.reason')} />
    </ActDialog>
  )
}

/** 转办 for good; 委办 for a while: the task stays the owner's. */
function HandOverDialog({ act, case: view, task, revision, onClose }: Props & { act: 'reassign' | 'delegate' }) {
  const { t } = useTexts()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      verb={`casework.task.${act}`}
      title={t(`cases.act.${act}.ask`, { number: view.number })}
      ok={t(`cases.act.${act}`)}
      input={{ taskId: task.id, to, reason, ...(act === 'delegate' && { revision }) }}
      isReady={to !== '' && reason.trim() !== ''}
      onClose={onClose}
    >
      {act === 'reassign' ? (
        <CandidateChoice taskId={task.id} value={to} onChange={setTo} />
      ) : (
        <PeopleChoice
          isOne
          caseId={view.id}
          value={to ? [to] : []}
          onChange={([one]) => setTo(one ?? '')}
          label={t('acts.delegate.to')}
        />
      )}
      <ReasonInput value={reason} onChange={setReason} label={t('common.reason')} />
    </ActDialog>
  )
}

function coSignOf({ process }: CaseView, { step }: TaskView) {
  const of = process.steps.find(({ id }) => id === step)
  return of?.kind === 'userTask' ? of.coSign : undefined
}

/** 加签: one more of those who sign, or somebody who signs before one's own task is decided. */
function AddSignerDialog({ case: view, task, revision, onClose }: Props) {
  const { t } = useTexts()
  const [signer, setSigner] = useState<string[]>([])
  return (
    <ActDialog
      verb="casework.task.addSigner"
      title={t('cases.act.addSigner.ask', { number: view.number })}
      ok={t('cases.act.addSigner')}
      input={{ taskId: task.id, signer: signer[0], revision }}
      isReady={signer.length === 1}
      onClose={onClose}
    >
      <p className="quiet">{t(coSignOf(view, task) ? 'acts.signer.among' : 'acts.signer.before')}</p>
      <PeopleChoice isOne caseId={view.id} value={signer} onChange={setSigner} label={t('acts.signer')} />
    </ActDialog>
  )
}

/** 委办 handed back: what was prepared goes to the owner with an opinion. */
function ResolveDialog({ case: view, task, revision, onClose }: Props) {
  const { t } = useTexts()
  const [opinion, setOpinion] = useState('')
  return (
    <ActDialog
      verb="casework.task.resolve"
      title={t('cases.act.resolve.ask', { number: view.number })}
      ok={t('cases.act.resolve')}
      input={{ taskId: task.id, opinion, revision, ...(task.draft && { draft: task.draft }) }}
      isReady={opinion.trim() !== ''}
      onClose={onClose}
    >
      <ReasonInput isFirst value={opinion} onChange={setOpinion} label={t('cases.opinion')} />
    </ActDialog>
  )
}
