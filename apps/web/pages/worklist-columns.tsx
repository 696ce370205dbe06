import type { WorklistItem } from '../../ui/case-view.ts'
import { StatusDot } from '../../ui/components/status-dot.tsx'
import { day, instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { TableColumn } from '../../ui/table/column.ts'
import { useClockColumns } from './clock-columns.tsx'
import { DecideButtons } from './lists/decide-buttons.tsx'
import { useBusinessName } from './use-business-name.ts'
import type { BoxName } from './worklist-boxes.tsx'

type Column = TableColumn<WorklistItem>

/** What a line of each box says. */
export function useWorklistColumns(box: BoxName): Column[] {
  const { t, words } = useTexts()
  const businessName = useBusinessName()
  const head: Column[] = [
    {
      key: 'number',
      title: t('cases.number'),
      width: 180,
      value: ({ number }) => number,
      render: ({ number }) => <span className="link-text">{number}</span>,
    },
    {
      key: 'title',
      title: t('cases.name'),
      isName: true,
      width: 250,
      value: ({ title, item }) => (item ? `${item} ${title}` : title),
      // In front: where the column is narrow the end of the name is cut, never for whom one acts or which of a list it is for.
      render: ({ title, item, onBehalfOf }) => (
        <>
          {item && <span className="tag">{item}</span>}
          {onBehalfOf && <span className="tag tag-strong">{t('worklist.for', { name: onBehalfOf.name })}</span>} {title}
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
    {
      key: 'step',
      title: t('worklist.step'),
      width: 120,
      value: ({ stepTitle }) => words(stepTitle ?? undefined) || '—',
    },
    { key: 'area', title: t('cases.area'), width: 140, value: ({ areaName }) => areaName },
  ]
  const own = useOwnColumns(box)
  // What is asked and the answer to it come into sight before where the case stands.
  if (box === 'extensions') return [...head.slice(0, 2), ...own, ...head.slice(2)]
  return [...head, ...own]
}

function useOwnColumns(box: BoxName): Column[] {
  const { t } = useTexts()
  const clock = useClockColumns<WorklistItem>()
  const by: Column = { key: 'by', title: t('worklist.by'), width: 100, value: ({ note }) => note?.by.name }
  const text: Column = { key: 'text', title: t('worklist.says'), width: 220, value: ({ note }) => note?.text }
  const answer: Column = { key: 'answer', title: t('worklist.answer'), width: 180, value: ({ note }) => note?.answer }
  const received: Column = {
    key: 'openedAt',
    title: t('worklist.received'),
    width: 140,
    value: ({ openedAt }) => instant(openedAt),
  }
  const reason: Column = {
    key: 'reason',
    title: t('worklist.reason'),
    width: 90,
    value: ({ reason }) => t(`worklist.reason.${reason}`),
  }
  const assignee: Column = {
    key: 'assignee',
    title: t('worklist.assignee'),
    width: 110,
    optional: box === 'todo',
    value: ({ assignee }) => assignee?.name ?? t('cases.task.pool'),
  }
  const finished: Column = {
    key: 'doneAt',
    title: t('worklist.finished'),
    width: 140,
    value: ({ doneAt }) => instant(doneAt),
  }
  const read = useReadColumn()
  const extension = useExtensionColumns()
  switch (box) {
    case 'circulated':
      return [read, by, text, received, answer]
    case 'supervised':
      return [
        {
          key: 'until',
          title: t('worklist.until'),
          width: 110,
          type: 'date',
          value: ({ note }) => note?.until,
          render: ({ note }) => day(note?.until ?? null),
        },
        ...[by, text, answer, ...clock],
      ]
    case 'extensions':
      return extension
    case 'done':
      return [reason, assignee, received, finished]
    default:
      return [...clock, reason, assignee, received]
  }
}

function useReadColumn(): Column {
  const { t } = useTexts()
  const word = ({ note }: WorklistItem) => t(note?.readAt ? 'worklist.read' : 'worklist.unread')
  return {
    key: 'read',
    title: t('common.state'),
    width: 90,
    value: word,
    render: (item) => <StatusDot tone={item.note?.readAt ? 'idle' : 'active'}>{word(item)}</StatusDot>,
  }
}

/** 延期: who asks for how many days, why and since when; how far the last day would move; the answer in the row. */
function useExtensionColumns(): Column[] {
  const { t } = useTexts()
  const [lamp, due] = useClockColumns<WorklistItem>()
  return [
    { key: 'by', title: t('worklist.asked'), width: 80, value: ({ note }) => note?.by.name },
    { key: 'days', title: t('worklist.days'), width: 90, type: 'integer', value: ({ note }) => note?.days },
    { key: 'text', title: t('common.reason'), width: 190, value: ({ note }) => note?.text },
    due!,
    {
      key: 'dueThen',
      title: t('worklist.dueThen'),
      width: 110,
      type: 'date',
      value: ({ note }) => note?.dueThen,
      render: ({ note }) => day(note?.dueThen ?? null),
    },
    {
      key: 'decide',
      title: t('worklist.decide'),
      width: 130,
      value: () => '',
      render: (item) => <DecideButtons items={[item]} inRow />,
    },
    { key: 'openedAt', title: t('worklist.askedAt'), width: 140, value: ({ openedAt }) => instant(openedAt) },
    lamp!,
  ]
}
