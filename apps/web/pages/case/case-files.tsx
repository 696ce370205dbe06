import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Image } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../ui/api.ts'
import type { CaseView, Resource } from '../../../ui/case-view.ts'
import { EmptyState } from '../../../ui/components/empty-state.tsx'
import { Section } from '../../../ui/components/section.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useSession } from '../../../ui/session.ts'
import { scopeOfHandled } from '../acts/case-acts.tsx'
import { isOpen } from '../case-columns.tsx'
import { FileRow } from './file-row.tsx'
import { UploadDialog } from './upload-dialog.tsx'

/** 资源树: files by folder, photos as pictures, each file with its versions; all of it as one ZIP. */
export function CaseFiles({ case: view }: { case: CaseView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isUploading, setUploading] = useState(false)
  const { resources } = view
  const folders = [...Map.groupBy(resources, ({ folder }) => folder)]
  const mayAdd = isOpen(view.state) && can('casework.resource.attach', scopeOfHandled(view))
  return (
    <>
      <div className="files-bar">
        {mayAdd && (
          <Button icon={<UploadOutlined />} onClick={() => setUploading(true)}>
            {t('files.add')}
          </Button>
        )}
        {resources.some(({ digest }) => digest) && (
          <Button
            icon={<DownloadOutlined />}
            href={addressOf('casework.resource.downloadAll', { caseId: view.id })}
            type="link"
          >
            {t('files.all')}
          </Button>
        )}
      </div>
      {resources.length === 0 && <EmptyState small title={t('cases.files.none')} next={t('cases.files.none.next')} />}
      {folders.map(([folder, own]) => (
        <Section
          key={folder}
          title={folder || t('files.root')}
          extra={<span className="quiet number">{own.length}</span>}
        >
          <Photos resources={own.filter(isPhoto)} />
          {own
            .filter((resource) => !isPhoto(resource))
            .map((resource) => (
              <FileRow key={resource.id} case={view} resource={resource} mayAdd={mayAdd} />
            ))}
        </Section>
      ))}
      {isUploading && (
        <UploadDialog
          caseId={view.id}
          folders={folders.map(([folder]) => folder).filter((folder) => folder !== '')}
          onClose={() => setUploading(false)}
        />
      )}
    </>
  )
}

const isPhoto = ({ kind, digest }: Resource) => kind === 'photo' && digest !== null

function Photos({ resources }: { resources: Resource[] }) {
  if (resources.length === 0) return null
  return (
    <Image.PreviewGroup>
      <div className="photos">
        {resources.map(({ id, title }) => (
          <Image
            key={id}
            width={108}
            height={81}
            src={addressOf('casework.resource.download', { resourceId: id })}
            alt={title}
            className="photo"
          />
        ))}
      </div>
    </Image.PreviewGroup>
  )
}
