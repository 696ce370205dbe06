import { CopyOutlined, DeleteOutlined, DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import type { DictionaryItem } from '../../../../kernel/forms/dictionary.ts'
import '../forms.css'
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
  const isDraft = view.local !== null && !view.local.publishedAt
  const isOpen = isDraft && can('forms.dictionary.change')
  const close = () => setDialog(null)
  const acts = useDraftActs()
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
        </>
      }
    >
      <RefusalNotice error={acts.error} />
      <Faults view={view} />
      <div className="card card-fill">
        <DataTable<DictionaryItem>
          id="dictionary-items"
          title={`${scheme}-${edition}`}
          query="forms.dictionary.rows"
          input={{ scheme, edition }}
          rowKey={({ code }) => code}
          columns={useColumns()}
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

function useDraftActs() {
  const publish = useCall('forms.dictionary.publish')
  const discard = useCall('forms.dictionary.discard')
  return { publish, discard, error: publish.error ?? discard.error }
}

type ActsProps = { view: EditionView; acts: ReturnType<typeof useDraftActs>; onImport: () => void }

function DraftActs({ view, acts: { publish, discard }, onImport }: ActsProps) {
  const { t, words } = useTexts()
  const go = useNavigate()
  const { modal } = App.useApp()
  const { scheme, edition } = view
  const send = () =>
    modal.confirm({
      title: t('dictionaries.publish.ask', { title: words(view.title), edition, count: view.items }),
      content: t('dictionaries.publish.explain'),
      okText: t('forms.dictionary.publish'),
      onOk: () => publish.mutateAsync({ scheme, edition, revision: view.local!.revision }).catch(() => undefined),
    })
  const drop = () =>
    modal.confirm({
      title: t('dictionaries.discard.ask', { title: words(view.title), edition }),
      okButtonProps: { danger: true },
      okText: t('forms.discard'),
      onOk: () =>
        discard.mutateAsync({ scheme, edition }).then(
          () => go('/dictionaries'),
          () => undefined,
        ),
    })
  return (
    <>
      <Button danger icon={<DeleteOutlined />} onClick={() => void drop()}>
        {t('forms.discard')}
      </Button>
      <Button icon={<UploadOutlined />} onClick={onImport}>
        {t('dictionaries.import')}
      </Button>
      <Button type="primary" disabled={view.faults.length > 0} loading={publish.isPending} onClick={() => void send()}>
        {t('forms.dictionary.publish')}
      </Button>
    </>
  )
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

function useColumns(): TableColumn<DictionaryItem>[] {
  const { t } = useTexts()
  return [
    { key: 'code', title: t('dictionaries.item.code'), width: 190, value: (row) => row.code },
    { key: 'zh', title: t('forms.title.zh'), width: 240, value: (row) => row.title.zh },
    { key: 'en', title: t('forms.title.en'), width: 240, value: (row) => row.title.en },
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
