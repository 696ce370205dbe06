import { Button, Popconfirm, Skeleton } from 'antd'
import type { AnswerOf } from '../../ui/api-types.ts'
import { browserName } from '../../ui/browser-name.ts'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { ListTable } from '../../ui/table/list-table.tsx'

type SessionRow = AnswerOf<'administration.session.list'>['rows'][number]

/** Who is signed in now, since when and from where. */
export function SessionList() {
  const { t } = useTexts()
  const { can } = useSession()
  const { data, error, refetch } = useAsk('administration.session.list')
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  return (
    <ListTable<SessionRow>
      size="small"
      className="parts"
      rowKey="id"
      pagination={false}
      dataSource={data.rows}
      columns={[
        { title: t('administration.session.person'), dataIndex: 'name', width: 120 },
        { title: t('administration.session.started'), dataIndex: 'startedAt', width: 150, render: instant },
        { title: t('administration.session.expires'), dataIndex: 'expiresAt', width: 150, render: instant },
        { title: t('administration.session.address'), dataIndex: 'address', width: 140 },
        {
          title: t('administration.device.tail'),
          dataIndex: 'device',
          width: 100,
          render: (device: string | null) =>
            device ? <code>{device.slice(-6)}</code> : t('administration.session.desk'),
        },
        {
          title: t('administration.session.agent'),
          dataIndex: 'agent',
          ellipsis: true,
          render: (agent: string | null) => <span title={agent ?? ''}>{browserName(agent)}</span>,
        },
        ...(can('administration.session.end')
          ? [{ key: 'act', width: 110, render: (_: unknown, row: SessionRow) => <EndSession session={row} /> }]
          : []),
      ]}
    />
  )
}

function EndSession({ session: { id, name, startedAt } }: { session: SessionRow }) {
  const { t } = useTexts()
  const { mutate, isPending, error } = useCall('administration.session.end')
  return (
    <>
      <Popconfirm
        title={t('administration.session.end.ask', { name, at: instant(startedAt) })}
        onConfirm={() => mutate({ id })}
      >
        <Button size="small" type="text" danger loading={isPending}>
          {t('administration.session.end')}
        </Button>
      </Popconfirm>
      <RefusalNotice error={error} />
    </>
  )
}
