import { FileImageOutlined, FileOutlined, FilePdfOutlined, MoreOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Image } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { CaseView, Resource } from '../../../ui/case-view.ts'
import { useSentence } from '../../../ui/components/use-sentence.ts'
import { fileSize, instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { scopeOfHandled } from '../acts/case-acts.tsx'
import { addressOfFile } from './file-address.ts'
import { UploadDialog } from './upload-dialog.tsx'
import { VersionList } from './version-list.tsx'

// pdf.js is fetched when a PDF is opened first.
const PdfView = lazy(() => import('./pdf-view.tsx'))

type Props = { case: CaseView; resource: Resource; mayAdd: boolean }

/** A file: read in place where that can be done, else fetched; sent again as a next version, or taken out. */
export function FileRow({ case: view, resource, mayAdd }: Props) {
  const { t } = useTexts()
  const [shown, setShown] = useState<'picture' | 'pdf' | 'versions' | 'next' | null>(null)
  const { id, title, mediaType, size, digest, madeAt, madeBy, version } = resource
  const isPicture = mediaType?.startsWith('image/') ?? false
  const isPdf = mediaType === 'application/pdf'
  const Icon = isPicture ? FileImageOutlined : isPdf ? FilePdfOutlined : FileOutlined
  const close = () => setShown(null)
  return (
    <div className="file-row">
      <Icon />
      {digest === null ? (
        <span className="file-name">{title}</span>
      ) : isPicture || isPdf ? (
        <button type="button" className="file-name link-text" onClick={() => setShown(isPdf ? 'pdf' : 'picture')}>
          {title}
        </button>
      ) : (
        <a className="file-name" href={addressOfFile(id)}>
          {title}
        </a>
      )}
      {version > 1 && (
        <button type="button" className="tag" onClick={() => setShown('versions')} title={t('files.versions')}>
          {t('files.version', { version })}
        </button>
      )}
      <span className="quiet number" title={`${instant(madeAt)} ${madeBy?.name ?? ''}`}>
        {size === null ? '' : fileSize(size)}
      </span>
      {digest !== null && <FileMenu case={view} resource={resource} mayAdd={mayAdd} onNext={() => setShown('next')} />}
      {isPicture && (
        <Image
          style={{ display: 'none' }}
          src={shown === 'picture' ? addressOfFile(id) : ''}
          alt={title}
          preview={{ open: shown === 'picture', onOpenChange: (open) => open || close() }}
        />
      )}
      {shown === 'pdf' && (
        <Suspense fallback={null}>
          <PdfView title={title} address={addressOfFile(id)} onClose={close} />
        </Suspense>
      )}
      {shown === 'versions' && <VersionList resource={resource} onClose={close} />}
      {shown === 'next' && <UploadDialog caseId={view.id} folders={[]} replaces={resource} onClose={close} />}
    </div>
  )
}

function FileMenu({ case: view, resource, mayAdd, onNext }: Props & { onNext: () => void }) {
  const { t } = useTexts()
  const { can } = useSession()
  const { modal, message } = App.useApp()
  const { sentenceOf } = useSentence()
  const remove = useCall('casework.resource.remove')
  const askRemoval = () =>
    modal.confirm({
      title: t('files.remove.ask', { title: resource.title }),
      okText: t('files.remove'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () =>
        remove
          .mutateAsync({ resourceId: resource.id })
          .catch((error: unknown) => void message.error(sentenceOf(error as never))),
    })
  const mayRemove = mayAdd && can('casework.resource.remove', scopeOfHandled(view))
  const items = [
    { key: 'download', label: <a href={addressOfFile(resource.id)}>{t('common.download')}</a> },
    ...(mayAdd ? [{ key: 'next', label: t('files.next'), onClick: onNext }] : []),
    ...(mayRemove ? [{ key: 'remove', label: t('files.remove'), danger: true, onClick: askRemoval }] : []),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button
        size="small"
        type="text"
        icon={<MoreOutlined />}
        aria-label={t('files.menu', { title: resource.title })}
      />
    </Dropdown>
  )
}
