import { SendOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { asProblem } from '../../../../apps/ui/problem.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn, TableFilter } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { SharedRow } from '../answers.ts'
import '../common/landuse.css'
import './results.css'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import { useShareWords } from './share-words.ts'

type Message = NonNullable<SharedRow['message']>
const TONES: Record<Message['state'], Tone> = { waiting: 'active', delivered: 'good', dead: 'bad' }
const KINDS = ['result', 'suspect', 'place', 'link'] as const
const DELIVERIES = ['waiting', 'delivered', 'dead'] as const
const keyOf = ({ clueId, kind }: SharedRow) => `${kind} ${clueId}`

/** 共享: what other systems were told, suspected violations among them, and whether it has arrived. */
export default function SharingPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const [chosen, setChosen] = useState<SharedRow[]>([])
  const again = useCall('landuse.share.redeliver')
  const messageIds = chosen.flatMap((row) => (row.message ? [row.message.id] : []))
  const send = () =>
    again.mutate(
      { messageIds },
      {
        onSuccess: ({ sent }) => {
          setChosen([])
          void message.success(t('landuse.share.again', { count: sent }))
        },
        onError: (error) => void message.error(sentenceOf(asProblem(error))),
      },
    )
  const filters: TableFilter[] = [
    {
      name: 'kind',
      label: t('landuse.share.kind'),
      kind: 'choice',
      options: KINDS.map((value) => ({ value, label: t(`landuse.share.${value}`) })),
    },
    {
      name: 'delivery',
      label: t('landuse.share.delivery'),
      kind: 'choice',
      options: DELIVERIES.map((value) => ({ value, label: t(`landuse.delivery.${value}`) })),
    },
  ]
  return (
    <Page title={t('landuse.sharing')} note={t('landuse.sharing.note')}>
      <div className="card card-fill">
        <DataTable<SharedRow>
          id="landuse.sharing"
          title={t('landuse.sharing.list')}
          query="landuse.share.list"
          rowKey={keyOf}
          columns={useColumns()}
          filters={filters}
          refetchInterval={5000}
          selection={{ keys: chosen.map(keyOf), onChange: (_, rows) => setChosen(rows) }}
          actions={
            messageIds.length > 0 &&
            can('landuse.share.redeliver') && (
              <Button type="primary" icon={<SendOutlined />} loading={again.isPending} onClick={send}>
                {t('landuse.share.redeliver')}
              </Button>
            )
          }
          empty={<EmptyState title={t('landuse.sharing.none')} next={t('landuse.sharing.none.next')} />}
        />
      </div>
    </Page>
  )
}

function useColumns(): TableColumn<SharedRow>[] {
  const { t } = useTexts()
  const areaName = useAreaNames()
  const wordsOf = useShareWords()
  const stateWord = ({ message }: SharedRow) => t(`landuse.delivery.${message?.state ?? 'none'}`)
  return [
    {
      key: 'kind',
      title: t('landuse.share.kind'),
      width: 130,
      value: ({ kind }) => t(`landuse.share.${kind}`),
      render: ({ kind }) => (
        <span className={kind === 'suspect' ? 'tag tag-grave' : 'tag'}>{t(`landuse.share.${kind}`)}</span>
      ),
    },
    {
      key: 'number',
      title: t('landuse.clue.number'),
      width: 160,
      value: ({ number }) => number,
      render: ({ clueId, number }) => <Link to={`/screening?clue=${clueId}`}>{number}</Link>,
    },
    {
      key: 'case',
      title: t('landuse.clue.case'),
      width: 150,
      value: ({ caseNumber }) => caseNumber,
      render: ({ caseId, caseNumber }) => (caseId ? <Link to={`/cases/${caseId}`}>{caseNumber}</Link> : '—'),
    },
    { key: 'what', title: t('landuse.share.what'), width: 360, value: wordsOf },
    { key: 'area', title: t('landuse.clue.area'), width: 110, value: ({ areaCode }) => areaName(areaCode) },
    {
      key: 'at',
      title: t('landuse.share.writtenAt'),
      width: 140,
      type: 'date',
      value: ({ writtenAt }) => instant(writtenAt),
    },
    {
      key: 'delivery',
      title: t('landuse.share.delivery'),
      width: 120,
      value: stateWord,
      render: (row) => (
        <span title={row.message?.lastError ?? ''}>
          <StatusDot tone={row.message ? TONES[row.message.state] : 'idle'}>{stateWord(row)}</StatusDot>
        </span>
      ),
    },
    {
      key: 'attempts',
      title: t('landuse.share.attempts'),
      width: 80,
      type: 'integer',
      value: ({ message }) => message?.attempts,
    },
  ]
}
