import { App, Button } from 'antd'
import type { CalendarYear } from '../../../../kernel/calendar/calendar.ts'
import type { Problem } from '../../../../kernel/problems/problem.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'

/** Publishes the year as marked; what keeps it from being sound is said beforehand, what it moved afterwards. */
export function PublishYear({ given, problem }: { given: CalendarYear; problem: Problem | undefined }) {
  const { t } = useTexts()
  const { modal, message } = App.useApp()
  const publish = useCall('administration.calendar.publish')
  const send = () =>
    modal.confirm({
      title: t('calendar.publish.ask', { year: given.year }),
      content: t('calendar.publish.explain'),
      okText: t('administration.calendar.publish'),
      onOk: () =>
        publish.mutateAsync({ ...given }).then(
          ({ cases, tasks }) => void message.success(t('calendar.published', { cases, tasks })),
          () => undefined,
        ),
    })
  return (
    <>
      {problem && <span className="status-warning">{t(problem.code, problem.params)}</span>}
      <RefusalNotice error={publish.error} />
      <Button type="primary" disabled={problem !== undefined} loading={publish.isPending} onClick={() => void send()}>
        {t('administration.calendar.publish')}
      </Button>
    </>
  )
}
