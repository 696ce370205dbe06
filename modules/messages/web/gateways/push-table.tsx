import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ListTable } from '../../../../apps/ui/table/list-table.tsx'
import type { Push } from './answers.ts'

const TONES = { sent: 'good', waiting: 'warning', failed: 'bad' } as const

/** What was handed on last; what went wrong, with what the gateway said, comes first. */
export function PushTable({ rows }: { rows: Push[] }) {
  const { t } = useTexts()
  const said = ({ state, error, attempts, nextAt }: Push) =>
    state === 'waiting' && error !== null
      ? t('messages.gateway.tries', { attempts, error, next: instant(String(nextAt)) })
      : error
  return (
    <ListTable<Push>
      size="small"
      rowKey={({ message, gateway }) => `${message} ${gateway}`}
      pagination={false}
      dataSource={rows}
      title={() => <strong>{t('messages.gateway.pushes')}</strong>}
      locale={{ emptyText: <EmptyState small title={t('messages.gateway.pushes.none')} /> }}
      columns={[
        { title: t('messages.gateway.at'), width: 150, render: (_, { at }) => instant(String(at)) },
        { title: t('messages.gateway.list'), width: 160, dataIndex: 'gateway' },
        { title: t('messages.gateway.kinds'), width: 110, render: (_, { kind }) => t(`messages.kind.${kind}`) },
        { title: t('messages.gateway.to'), width: 120, dataIndex: 'person' },
        {
          ...{ title: t('common.state'), width: 160 },
          render: (_, { state }) => <StatusDot tone={TONES[state]}>{t(`messages.gateway.state.${state}`)}</StatusDot>,
        },
        { key: 'said', render: (_, push) => said(push) },
      ]}
    />
  )
}
