import { Button, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '../../../ui/api-types.ts'
import { ReasonDialog } from '../../../ui/components/reason-dialog.tsx'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { StatusDot } from '../../../ui/components/status-dot.tsx'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../ui/queries.ts'
import { ListTable } from '../../../ui/table/list-table.tsx'
import { wordsOfVerbs } from '../../../ui/verb-words.ts'
import './people.css'

export type Service = AnswerOf<'administration.service.list'>['rows'][number]

/** 服务 (SH137): what pages, phones and other systems ask for; whoever manages one stops it for all, with a reason, and starts it again. */
export function ServiceList() {
  const texts = useTexts()
  const { t, words } = texts
  const { data, error, refetch } = useAsk('administration.service.list')
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active style={{ padding: 16 }} />
  const names = (people: Service['managers']) => people.map(({ name }) => name).join(t('common.comma'))
  return (
    <div className="parts">
      <p className="quiet service-note">{t('administration.service.note')}</p>
      <ListTable<Service>
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={data.rows}
        columns={[
          { title: t('administration.service'), width: 160, render: (_, { title }) => words(title) },
          { title: t('administration.resource.code'), width: 130, render: (_, { code }) => <code>{code}</code> },
          {
            title: t('administration.service.consists'),
            render: (_, { verbs }) => wordsOfVerbs(verbs, texts).map((one) => one.words).join(t('common.comma')), // biome-ignore format: one row
          },
          { title: t('common.state'), width: 230, render: (_, row) => <State service={row} /> },
          {
            title: t('administration.service.managers'),
            width: 160,
            render: (_, { managers }) =>
              names(managers) || <span className="quiet">{t('administration.service.managers.none')}</span>,
          },
          { title: t('administration.service.refused'), width: 150, render: (_, { refused }) => names(refused) },
          ...(data.rows.some(({ mayManage }) => mayManage)
            ? [{ key: 'act', width: 90, render: (_: unknown, row: Service) => row.mayManage && <Acts service={row} /> }]
            : []),
        ]}
      />
    </div>
  )
}

function State({ service: { stopped } }: { service: Service }) {
  const { t } = useTexts()
  if (!stopped) return <StatusDot tone="good">{t('administration.service.runs')}</StatusDot>
  const { why, by, at } = stopped
  return (
    <span title={t('administration.service.stopped.by', { by: by ?? '', at: instant(at) })}>
      <StatusDot tone="bad">{t('administration.service.stopped', { why })}</StatusDot>
    </span>
  )
}

function Acts({ service: { code, title, stopped } }: { service: Service }) {
  const { t, words } = useTexts()
  const [isAsking, setAsking] = useState(false)
  const stop = useCall('administration.service.stop')
  const resume = useCall('administration.service.resume')
  const service = words(title)
  if (stopped)
    return (
      <>
        <Popconfirm
          title={t('administration.service.resume.ask', { service })}
          onConfirm={() => resume.mutate({ service: code })}
        >
          <Button size="small" type="text" loading={resume.isPending}>
            {t('administration.service.resumeIt')}
          </Button>
        </Popconfirm>
        <RefusalNotice error={resume.error} />
      </>
    )
  return (
    <>
      <Button size="small" type="text" danger onClick={() => setAsking(true)}>
        {t('administration.service.stopIt')}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={t('administration.service.stop.title', { service })}
          call={stop}
          onReason={(reason) => stop.mutate({ service: code, reason }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
