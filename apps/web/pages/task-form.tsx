import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { addressOf } from '../../ui/api.ts'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import type { FormPlace } from '../../ui/form/form-place.ts'
import { FormRenderer, formIssues } from '../../ui/form/form-renderer.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { StepPanel } from '../../ui/module-pages.ts'
import { OpinionInput } from './case/opinion-input.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { OwnSignature } from './own-signature.tsx'
import { SignBefore } from './sign-before.tsx'
import { TaskActs } from './task-acts.tsx'
import { useComplete } from './use-complete.ts'
import { useDraft, writtenHere } from './use-draft.ts'

type Props = {
  case: CaseView
  task: TaskView
  complete: StepPanel['complete']
  /** Not where the step's own panel asks for everything: nothing is to be typed in two places. */
  withForm: boolean
}

/** The step's form, the opinion and the ways on. What is typed is kept as a draft; faults are shown when one submits. */
export function TaskForm({ case: view, task, complete, withForm }: Props) {
  const { t, words } = useTexts()
  const draft = useDraft(view, task)
  const { values, opinion, revision, change, savedAt } = draft
  const place = usePlace(view)
  const [tries, setTries] = useState(0)
  const withIssues = tries > 0
  const { send, isPending, error } = useComplete(complete)
  const canWrite = task.verbs.includes('saveDraft')
  const canComplete = task.verbs.includes('complete') && complete !== undefined
  const step = { writable: canWrite ? task.writable : [], required: task.required, hidden: task.hidden }
  const faults = task.form ? formIssues(task.form, values, step, place).length : 0
  // The button is always in sight, the first fault perhaps not: pressed in vain it would seem dead.
  useEffect(() => {
    if (tries > 0) document.querySelector('.form-row-wrong')?.scrollIntoView({ block: 'center' })
  }, [tries])
  const submit = async (outcome: string) => {
    setTries(tries + 1)
    if (faults > 0) return
    const done = {
      caseId: view.id,
      taskId: task.id,
      outcome,
      data: writtenHere(values, task),
      ...(opinion && { opinion }),
    }
    send({ ...done, revision: await draft.settle() })
  }
  return (
    <>
      <DraftNotice
        notice={draft.notice}
        isOffline={draft.isOffline}
        onTakeMine={draft.takeMine}
        onClose={draft.closeNotice}
      />
      {task.waitsFor.length > 0 && (
        <p className="co-sign" role="status">
          {t('cases.sign.waits', { names: task.waitsFor.map(({ name }) => name).join(t('common.comma')) })}
        </p>
      )}
      {withForm && (task.form || canComplete) && (
        <FormRenderer
          definition={task.form}
          values={values}
          step={step}
          withIssues={withIssues}
          place={place}
          {...(canWrite && { onChange: (next) => change(next, opinion) })}
        />
      )}
      {task.verbs.includes('sign') && (
        <SignBefore task={task} revision={revision} opinion={opinion} onChange={(text) => change(values, text)} />
      )}
      {canWrite && canComplete && <OpinionInput value={opinion} onChange={(text) => change(values, text)} />}
      {withIssues && faults > 0 && <p className="form-issue">{t('cases.fix', { count: faults })}</p>}
      {canWrite && task.signed && (canComplete || task.verbs.includes('sign')) && (
        <div className="form-row">
          <div className="form-title">{t('signature.title')}</div>
          <OwnSignature />
        </div>
      )}
      <RefusalNotice error={error ?? draft.error} />
      <div className="task-foot">
        {(draft.isOffline || savedAt) && (
          <span className="task-draft" role="status">
            {draft.isOffline ? t('form.draft.waiting') : t('form.draft.saved', { at: savedAt })}
          </span>
        )}
        <TaskActs case={view} task={task} revision={revision} />
        {canComplete &&
          task.outcomes.map(({ name, title }, index) => (
            <Button
              key={name}
              type={index === 0 ? 'primary' : 'default'}
              loading={isPending}
              onClick={() => void submit(name)}
            >
              {words(title)}
            </Button>
          ))}
      </div>
    </>
  )
}

/** Where the form stands: fields that are drawn are held against the scope, files of the case can be opened. */
function usePlace({ id, scope, resources }: CaseView): FormPlace {
  return useMemo(() => {
    const files = new Map(resources.flatMap((one) => (one.digest ? [[one.digest, one.id] as const] : [])))
    return {
      caseId: id,
      ...(scope && { scope: scope.coordinates }),
      addressOfFile: (digest) => {
        const resourceId = files.get(digest)
        return resourceId && addressOf('casework.resource.download', { resourceId })
      },
    }
  }, [id, scope, resources])
}
