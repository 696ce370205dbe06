import { CopyOutlined, DownloadOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { DictionaryItem } from '../../../../kernel/forms/dictionary.ts'
import '../shared.css'
import './dictionaries.css'
import { DraftActs, ProposalActs, useEditionActs } from './edition-acts.tsx'
import { EditionNotes } from './edition-notes.tsx'
import type { EditionView } from './edition-view.ts'
import { ImportDialog } from './import-dialog.tsx'
import { ItemDialog } from './item-dialog.tsx'
import { NewEditionDialog } from './new-edition-dialog.tsx'

/** One edition: its items, what is wrong with it, and its way to being published. */
export default function EditionPage() {
  const { scheme = '', edition = '' } = useParams()
  const { data, error, refetch } = useAsk('forms.dictionary.view', { scheme, edition })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  return data ? <Edition view={data} /> : <PageSkeleton />
}

type Dialog = { kind: 'import' | 'next' } | { kind: 'item'; item: DictionaryItem | null }

function Edition({ view }: { view: EditionView }) {
  const { t, words } = useTexts()
  const { can } = useSession()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { scheme, edition } = view
  const isDraft = view.local !== null && !view.local.publishedAt && view.local.proposedBy === null
  const isProposed = view.local !== null && !view.local.publishedAt && view.local.proposedBy !== null
  const isOpen = isDraft && can('forms.dictionary.change')
  const close = () => setDialog(null)
  const acts = useEditionActs()
  return (
    <Page
      title={words(view.title)}
      note={<EditionNotes view={view} />}
      extra={
        <>
          <Link to="/dictionaries">
            <Button>{t('common.back')}</Button>
          </Link>
          <Button icon={<DownloadOutlined />} href={addressOf('forms.dictionary.export', { scheme, edition })}>
            {t('forms.export')}
          </Button>
          {can('forms.dictionary.begin') && (
            <Button icon={<CopyOutlined />} onClick={() => setDialog({ kind: 'next' })}>
              {t('dictionaries.nextEdition')}
            </Button>
          )}
          {isOpen && <DraftActs view={view} acts={acts} onImport={() => setDialog({ kind: 'import' })} />}
          {isProposed && <ProposalActs view={view} acts={acts} />}
        </>
      }
    >
      <RefusalNotice error={acts.error} />
      <Standing view={view} />
      <Faults view={view} />
      <div className="card card-fill">
        <DataTable<DictionaryItem>
          id="dictionary-items"
          title={`${scheme}-${edition}`}
          query="forms.dictionary.rows"
          input={{ scheme, edition }}
          rowKey={({ code }) => code}
          columns={useColumns(view.ofOrganisations)}
          filters={[{ name: 'text', label: t('dictionaries.item.search'), kind: 'text', width: 220 }]}
          {...(isOpen && { onOpen: (item: DictionaryItem) => setDialog({ kind: 'item', item }) })}
          actions={
            isOpen && (
              <Button icon={<PlusOutlined />} onClick={() => setDialog({ kind: 'item', item: null })}>
                {t('dictionaries.item.add')}
              </Button>
            )
          }
          empty={<EmptyState title={t('dictionaries.items.empty')} next={t('dictionaries.items.empty.next')} />}
        />
      </div>
      {dialog?.kind === 'import' && <ImportDialog view={view} onClose={close} />}
      {dialog?.kind === 'next' && <NewEditionDialog of={view} onClose={close} />}
      {dialog?.kind === 'item' && <ItemDialog view={view} item={dialog.item} onClose={close} />}
    </Page>
  )
}

/** What a second person is asked, or has said. */
function Standing({ view: { local } }: { view: EditionView }) {
  const { t } = useTexts()
  if (!local || local.publishedAt) return null
  const { proposedBy: name, proposedAt, note, declinedReason: reason } = local
  if (name)
    return <Alert type="info" showIcon title={t('dictionaries.proposed', { name, at: instant(proposedAt), note })} />
  return reason ? <Alert type="warning" showIcon title={t('dictionaries.declined', { reason })} /> : null
}

function Faults({ view }: { view: EditionView }) {
  const { t } = useTexts()
  const faults = view.faults.filter(({ fault }) => fault !== 'empty')
  if (faults.length === 0) return null
  return (
    <div className="card card-pad edition-faults" role="alert">
      <b>{t('dictionaries.faults', { count: faults.length })}</b>
      <ul className="issue-list">
        {faults.map(({ fault, item, params }) => (
          <li key={`${item} ${fault}`} className="form-issue">
            <code>{item}</code> {t(`dictionaries.fault.${fault}`, params)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function useColumns(ofOrganisations: boolean): TableColumn<DictionaryItem>[] {
  const { t } = useTexts()
  return [
    { key: 'code', title: t('dictionaries.item.code'), width: 190, value: (row) => row.code },
    { key: 'zh', title: t('forms.title.zh'), width: 240, value: (row) => row.title.zh },
    { key: 'en', title: t('forms.title.en'), width: 240, value: (row) => row.title.en },
    {
      key: 'organisation',
      title: t('dictionaries.item.organisation'),
      width: 200,
      optional: !ofOrganisations,
      value: (row) => row.organisation?.name ?? '—',
    },
    { key: 'parent', title: t('dictionaries.item.parent'), width: 110, value: (row) => row.parent ?? '—' },
    {
      key: 'usable',
      title: t('dictionaries.item.usable'),
      width: 90,
      value: (row) => t(row.usable === false ? 'dictionaries.item.heading' : 'common.yes'),
    },
    {
      key: 'validFrom',
      title: t('dictionaries.item.validFrom'),
      width: 110,
      type: 'date',
      value: (row) => row.validFrom ?? '—',
    },
    {
      key: 'validUntil',
      title: t('dictionaries.item.validUntil'),
      width: 110,
      type: 'date',
      value: (row) => row.validUntil ?? '—',
    },
  ]
}
