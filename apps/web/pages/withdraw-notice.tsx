import { Button, Popconfirm } from 'antd'
import type { CaseView } from '../../ui/case-view.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useCall } from '../../ui/queries.ts'
import { useTaskTitle } from './use-task-title.ts'

/** 撤回: one's own last act can be taken back until the next person has begun. */
export function WithdrawNotice({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const titleOf = useTaskTitle()
  const { mutate, isPending, error } = useCall('casework.task.withdraw')
  return (
    <>
      {view.tasks
        .filter(({ verbs }) => verbs.includes('withdraw'))
        .map((task) => (
          <Popconfirm
            key={task.id}
            title={t('cases.act.withdraw.ask', { number: view.number })}
            onConfirm={() => mutate({ taskId: task.id })}
          >
            <Button block loading={isPending} style={{ marginBottom: 10 }}>
              {t('cases.act.withdraw.done', { step: titleOf(task) })}
            </Button>
          </Popconfirm>
        ))}
      <RefusalNotice error={error} />
    </>
  )
}
