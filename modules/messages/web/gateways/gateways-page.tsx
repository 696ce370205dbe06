import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { ListTable } from '../../../../apps/ui/table/list-table.tsx'
import type { Gateway } from './answers.ts'
import { GatewayDialog } from './gateway-dialog.tsx'
import { PushTable } from './push-table.tsx'

/** A test is sent within seconds; until it has been, the page looks again. */
const LOOK_MS = 2000

/** 消息网关: where messages are handed on to, how that goes, what failed last. */
export default function GatewaysPage() {
  const { t } = useTexts()
  const [open, setOpen] = useState<Gateway | 'new' | null>(null)
  const { data, error, refetch } = useAsk('messages.gateway.list', {}, { refetchInterval: LOOK_MS })
  return (
    <Page
      title={t('messages.gateway.list')}
      note={t('messages.gateway.note')}
      extra={
        <Button type="primary" onClick={() => setOpen('new')}>
          {t('messages.gateway.new')}
        </Button>
      }
    >
      <div className="card card-fill">
        <RefusalNotice error={error} onRetry={() => refetch()} />
        {!data && !error && <Skeleton active style={{ padding: 16 }} />}
        {data?.gateways.length === 0 && (
          <EmptyState title={t('messages.gateway.empty')} next={t('messages.gateway.empty.next')} />
        )}
        {data && data.gateways.length > 0 && (
          <>
            <GatewayTable rows={data.gateways} onOpen={setOpen} />
            <PushTable rows={data.pushes} />
          </>
        )}
      </div>
      {open && <GatewayDialog gateway={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function GatewayTable({ rows, onOpen }: { rows: Gateway[]; onOpen: (gateway: Gateway) => void }) {
  const { t } = useTexts()
  return (
    <ListTable<Gateway>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      columns={[
        { title: t('messages.gateway.name'), width: 160, dataIndex: 'name' },
        { title: t('messages.gateway.url'), ellipsis: true, dataIndex: 'url' },
        {
          ...{ title: t('messages.gateway.kinds'), width: 220 },
          render: (_, { kinds }) =>
            kinds.length === 0
              ? t('messages.gateway.kinds.all')
              : kinds.map((kind) => t(`messages.kind.${kind}`)).join(t('common.comma')),
        },
        {
          ...{ title: t('common.state'), width: 90 },
          render: (_, { isOn }) => (
            <StatusDot tone={isOn ? 'good' : 'idle'}>{t(`messages.gateway.${isOn ? 'isOn' : 'isOff'}`)}</StatusDot>
          ),
        },
        {
          ...{ title: t('messages.gateway.month'), width: 250 },
          render: (_, { sent, waiting, failed }) => t('messages.gateway.month.counts', { sent, waiting, failed }),
        },
        {
          ...{ title: t('messages.gateway.lastSent'), width: 150 },
          render: (_, { lastSentAt }) => (lastSentAt ? instant(String(lastSentAt)) : t('messages.gateway.never')),
        },
        { key: 'acts', width: 150, render: (_, gateway) => <Acts gateway={gateway} onOpen={onOpen} /> },
      ]}
    />
  )
}

function Acts({ gateway, onOpen }: { gateway: Gateway; onOpen: (gateway: Gateway) => void }) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall('messages.gateway.test')
  return (
    <>
      <Button size="small" type="text" onClick={() => onOpen(gateway)}>
        {t('messages.gateway.change')}
      </Button>
      <Button size="small" type="text" loading={isPending} onClick={() => mutate({ id: gateway.id })}>
        {t('messages.gateway.test.button')}
      </Button>
      <RefusalNotice error={error} />
    </>
  )
}
