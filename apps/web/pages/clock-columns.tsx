import type { WorklistItem } from '../../ui/case-view.ts'
import { Lamp } from '../../ui/components/lamp.tsx'
import { day } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { TableColumn } from '../../ui/table/column.ts'

/** The lamp of a task and its last day, the same in every list. */
export function useClockColumns<Row extends Pick<WorklistItem, 'lamp' | 'due'>>(): TableColumn<Row>[] {
  const { t } = useTexts()
  return [
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
}
