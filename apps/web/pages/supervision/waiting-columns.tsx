import type { AnswerOf } from '../../../ui/api-types.ts'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { TableColumn } from '../../../ui/table/column.ts'
import { useClockColumns } from '../clock-columns.tsx'
import { useBusinessName } from '../use-business-name.ts'

export type WaitingTask = AnswerOf<'casework.supervision.tasks'>['items'][number]

const DAY = 86_400_000

export function useWaitingColumns(): TableColumn<WaitingTask>[] {
  const { t, words } = useTexts()
  const businessName = useBusinessName()
  const clock = useClockColumns<WaitingTask>()
  return [
    {
      key: 'number',
      title: t('cases.number'),
      width: 180,
      value: ({ number }) => number,
      render: ({ number, isSupervised }) => (
        <>
          <span className="link-text">{number}</span>
          {isSupervised && <span className="tag tag-strong">{t('worklist.supervised')}</span>}
        </>
      ),
    },
    {
      key: 'title',
      title: t('cases.name'),
      isName: true,
      width: 230,
      value: ({ title, item }) => (item ? `${item} ${title}` : title),
      render: ({ title, item }) => (
        <>
          {item && <span className="tag">{item}</span>} {title}
        </>
      ),
    },
    {
      key: 'business',
      title: t('cases.business'),
      width: 130,
      optional: true,
      value: ({ business }) => businessName(business),
    },
    { key: 'step', title: t('worklist.step'), width: 120, value: ({ stepTitle }) => words(stepTitle) },
    ...clock,
    {
      key: 'days',
      title: t('supervision.waited'),
      width: 100,
      type: 'integer',
      value: ({ openedAt }) => Math.floor((Date.now() - Date.parse(openedAt)) / DAY),
    },
    {
      key: 'assignee',
      title: t('worklist.assignee'),
      width: 110,
      value: ({ assignee }) => assignee?.name ?? t('cases.task.pool'),
    },
    { key: 'area', title: t('cases.area'), width: 140, value: ({ areaName }) => areaName },
    {
      key: 'organisation',
      title: t('worklist.organisation'),
      width: 150,
      optional: true,
      value: ({ organisationName }) => organisationName,
    },
    { key: 'openedAt', title: t('worklist.received'), width: 140, value: ({ openedAt }) => instant(openedAt) },
  ]
}
