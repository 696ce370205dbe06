import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { ask } from '../../ui/api.ts'
import type { AnswerOf } from '../../ui/api-types.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { ProblemError } from '../../ui/problem.ts'
import { useAsk } from '../../ui/queries.ts'
import { useSession } from '../../ui/session.ts'
import { ListTable } from '../../ui/table/list-table.tsx'
import { subjectWords } from './audit-subject.ts'
import { AuditVerdict } from './audit-verdict.tsx'

type AuditPage = AnswerOf<'administration.audit.list'>
type Row = AuditPage['rows'][number]
const NAME = 'administration.audit.list'
const PAGE = 50

/** «17», «3-17»: the chain has strands, so that many can act at once (kernel/identity/audit.ts). */
const numberInStrand = (sequence: number) =>
  sequence < 1e12 ? sequence : `${Math.floor(sequence / 1e12)}-${sequence % 1e12}`

/** Every act, newest first, with what it changed; the chain is verified on demand. */
export function AuditList() {
  const { t, has } = useTexts()
  const { can } = useSession()
  const [text, setText] = useState('')
  const people = useAsk('administration.person.list', {}, { enabled: can('administration.person.list') })
  const [isVerifying, setVerifying] = useState(false)
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useAuditRows(text)
  const rows = data?.pages.flatMap((page) => page.rows)
  return (
    <div className="parts">
      <div className="table-bar">
        <Input.Search
          allowClear
          style={{ width: 300 }}
          placeholder={t('administration.audit.text')}
          aria-label={t('administration.audit.text')}
          onSearch={setText}
        />
        <div className="table-bar-rest">
          {can('administration.audit.verify') && (
            <Button icon={<SafetyCertificateOutlined />} onClick={() => setVerifying(true)}>
              {t('administration.audit.verify')}
            </Button>
          )}
        </div>
      </div>
      {isVerifying && <AuditVerdict />}
      {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
      {!rows && !error && <Skeleton active style={{ padding: 16 }} />}
      {rows?.length === 0 && (
        <EmptyState title={t('administration.audit.empty')} next={t('administration.audit.empty.next')} />
      )}
      {rows && rows.length > 0 && (
        <ListTable<Row>
          size="small"
          rowKey="sequence"
          pagination={false}
          dataSource={rows}
          expandable={{
            expandedRowRender: ({ record }) => <pre className="audit-record">{JSON.stringify(record, null, 2)}</pre>,
            expandRowByClick: true,
          }}
          columns={[
            {
              title: t('administration.audit.sequence'),
              dataIndex: 'sequence',
              width: 80,
              align: 'right',
              render: numberInStrand,
            },
            { title: t('common.time'), dataIndex: 'at', width: 150, render: instant },
            { title: t('common.person'), dataIndex: 'name', width: 100, render: (name: string | null) => name ?? '—' },
            {
              title: t('administration.audit.act'),
              dataIndex: 'verb',
              width: 190,
              render: (verb: string) => <span title={verb}>{has(verb) ? t(verb) : verb}</span>,
            },
            {
              title: t('administration.audit.subject'),
              key: 'subject',
              ellipsis: true,
              render: (_: unknown, row: Row) => (
                <span title={row.subject}>{subjectWords(row, people.data?.rows ?? [], { t, has })}</span>
              ),
            },
            {
              title: t('administration.audit.hash'),
              dataIndex: 'hash',
              width: 150,
              render: (hash: string) => <code title={hash}>{hash.slice(0, 16)}…</code>,
            },
          ]}
        />
      )}
      {hasNextPage && (
        <div className="audit-more">
          <Button loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('administration.audit.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

const useAuditRows = (text: string) =>
  useInfiniteQuery<AuditPage, ProblemError, { pages: AuditPage[] }, unknown[], number | undefined>({
    queryKey: [NAME, text],
    queryFn: ({ pageParam, signal }) => ask<AuditPage>(NAME, { text, before: pageParam, pageSize: PAGE }, signal),
    initialPageParam: undefined,
    getNextPageParam: ({ rows }) => (rows.length === PAGE ? rows.at(-1)?.sequence : undefined),
  })
