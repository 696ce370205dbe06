import { Button, Input } from 'antd'
import { useState } from 'react'
import { transitionsOf } from '../../../kernel/process/model.ts'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { FormRenderer, formIssues } from '../../ui/form/form-renderer.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { TaskActs } from './task-acts.tsx'
import { useDraft } from './use-draft.ts'

type Props = { case: CaseView; task: TaskView }

/** The step's form, the opinion and the ways on. What is typed is kept as a draft; faults are shown when one submits. */
export function TaskForm({ case: view, task }: Props) {
  const { t } = useTexts()
  const { values, opinion, revision, change, savedAt, error: draftError } = useDraft(view, task)
  const [withIssues, setWithIssues] = useState(false)
  const complete = useCall('casework.task.complete')
  const isMine = task.mine && task.state === 'claimed'
  const step = { writable: isMine ? task.writable : [] }
  const faults = task.form && withIssues ? formIssues(task.form, values, step).length : 0
  const submit = (outcome: string) => {
    setWithIssues(true)
    if (task.form && formIssues(task.form, values, step).length > 0) return
    complete.mutate({ taskId: task.id, outcome, data: values, opinion: opinion || undefined, revision })
  }
  return (
    <>
      <FormRenderer
        definition={task.form}
        values={values}
        step={step}
        withIssues={withIssues}
        {...(isMine && { onChange: (next) => change(next, opinion) })}
      />
      {isMine && (
        <label className="form-row">
          <span className="form-title">{t('cases.opinion')}</span>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={opinion}
            placeholder={t('cases.opinion.hint')}
            onChange={(event) => change(values, event.target.value)}
          />
        </label>
      )}
      {faults > 0 && <p className="form-issue">{t('cases.fix', { count: faults })}</p>}
      <RefusalNotice error={complete.error ?? draftError} />
      <div className="task-foot">
        {savedAt && <span className="task-draft">{t('form.draft.saved', { at: savedAt })}</span>}
        <TaskActs case={view} task={task} revision={revision} />
        {isMine && <Outcomes view={view} task={task} isBusy={complete.isPending} onChoose={submit} />}
      </div>
    </>
  )
}

type OutcomesProps = { view: CaseView; task: TaskView; isBusy: boolean; onChoose: (outcome: string) => void }

/** One button for every way out of the step; the first is the usual one. */
function Outcomes({ view, task, isBusy, onChoose }: OutcomesProps) {
  const { t, words } = useTexts()
  const step = view.process.steps.find(({ id }) => id === task.step)
  return (step ? transitionsOf(step) : []).map(({ name, title }, index) => (
    <Button key={name} type={index === 0 ? 'primary' : 'default'} loading={isBusy} onClick={() => onChoose(name)}>
      {words(title) || t('common.confirm')}
    </Button>
  ))
}
