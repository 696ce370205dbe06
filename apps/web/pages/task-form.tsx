import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { FormRenderer, formIssues } from '../../ui/form/form-renderer.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { StepPanel } from '../../ui/module-pages.ts'
import { TaskActs } from './task-acts.tsx'
import { useComplete } from './use-complete.ts'
import { useDraft } from './use-draft.ts'

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
  const { values, opinion, revision, change, savedAt, error: draftError } = useDraft(view, task)
  const [withIssues, setWithIssues] = useState(false)
  const { send, isPending, error } = useComplete(complete)
  const canWrite = task.verbs.includes('saveDraft')
  const canComplete = task.verbs.includes('complete') && complete !== undefined
  const step = { writable: canWrite ? task.writable : [] }
  const faults = task.form ? formIssues(task.form, values, step).length : 0
  const submit = (outcome: string) => {
    setWithIssues(true)
    if (faults === 0)
      send({ caseId: view.id, taskId: task.id, outcome, data: values, ...(opinion && { opinion }), revision })
  }
  return (
    <>
      {withForm && (task.form || canComplete) && (
        <FormRenderer
          definition={task.form}
          values={values}
          step={step}
          withIssues={withIssues}
          {...(canWrite && { onChange: (next) => change(next, opinion) })}
        />
      )}
      {canWrite && canComplete && <OpinionInput value={opinion} onChange={(text) => change(values, text)} />}
      {withIssues && faults > 0 && <p className="form-issue">{t('cases.fix', { count: faults })}</p>}
      <RefusalNotice error={error ?? draftError} />
      <div className="task-foot">
        {savedAt && <span className="task-draft">{t('form.draft.saved', { at: savedAt })}</span>}
        <TaskActs case={view} task={task} revision={revision} />
        {canComplete &&
          task.outcomes.map(({ name, title }, index) => (
            <Button
              key={name}
              type={index === 0 ? 'primary' : 'default'}
              loading={isPending}
              onClick={() => submit(name)}
            >
              {words(title)}
            </Button>
          ))}
      </div>
    </>
  )
}

function OpinionInput({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTexts()
  const id = useId()
  return (
    <div className="form-row">
      <label className="form-title" htmlFor={id}>
        {t('cases.opinion')}
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={value}
        placeholder={t('cases.opinion.hint')}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
