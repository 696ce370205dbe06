import type { WorklistItem } from '../../ui/case-view.ts'
import { Lamp } from '../../ui/components/lamp.tsx'
import { day, instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { TableColumn } from '../../ui/table/column.ts'
import type { BoxName } from './worklist-boxes.tsx'

export function useWorklistColumns(box: BoxName): TableColumn<WorklistItem>[] {
  const { t, words } = useTexts()
  const isDone = box === 'done'
  const clock: TableColumn<WorklistItem>[] = [
    {
      key: 'lamp',
      title: t('cases.lamp'),
      width: 90,
      value: ({ lamp }) => t(`lamp.${lamp}`),
      render: ({ lamp, due }) => <Lamp lamp={lamp} dueAt={due} />,
    },
    {
      key: 'due',
      title: t('cases.due'),
      width: 110,
      type: 'date',
      value: ({ due }) => due,
      render: ({ due }) => day(due),
    },
  ]
  return [
    {
      key: 'number',
      title: t('cases.number'),
      width: 180,
      value: ({ number }) => number,
      render: ({ number }) => <span className="link-text">{number}</span>,
    },
    { key: 'title', title: t('cases.name'), width: 260, value: ({ title }) => title },
    { key: 'step', title: t('worklist.step'), width: 120, value: ({ stepTitle }) => words(stepTitle ?? undefined) },
    ...(isDone ? [] : clock),
    { key: 'area', title: t('cases.area'), width: 150, value: ({ areaName }) => areaName },
    { key: 'reason', title: t('worklist.reason'), width: 90, value: ({ reason }) => t(`worklist.reason.${reason}`) },
    {
      key: 'assignee',
      title: t('worklist.assignee'),
      width: 110,
      optional: box === 'todo',
      value: ({ assignee }) => assignee?.name ?? t('cases.task.pool'),
    },
    { key: 'openedAt', title: t('worklist.received'), width: 140, value: ({ openedAt }) => instant(openedAt) },
    ...(isDone
      ? [
          {
            key: 'doneAt',
            title: t('worklist.finished'),
            width: 140,
            value: ({ doneAt }: WorklistItem) => instant(doneAt),
          },
        ]
      : []),
  ]
}
