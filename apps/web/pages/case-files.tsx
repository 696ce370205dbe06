import { FileImageOutlined, FileOutlined, FilePdfOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import { addressOf } from '../../ui/api.ts'
import type { Resource } from '../../ui/case-view.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { Section } from '../../ui/components/section.tsx'
import { fileSize, instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'

/** 资源树: files by folder; photos as pictures. */
export function CaseFiles({ resources }: { resources: readonly Resource[] }) {
  const { t } = useTexts()
  if (resources.length === 0)
    return <EmptyState small title={t('cases.files.none')} next={t('cases.files.none.next')} />
  const folders = [...Map.groupBy(resources, ({ folder }) => folder)]
  return folders.map(([folder, own]) => (
    <Section key={folder} title={folder}>
      <Image.PreviewGroup>
        <div className="photos">
          {own.filter(isPhoto).map((photo) => (
            <Image
              key={photo.id}
              width={108}
              height={81}
              src={addressOfFile(photo)}
              alt={photo.title}
              className="photo"
            />
          ))}
        </div>
      </Image.PreviewGroup>
      {own
        .filter((resource) => !isPhoto(resource))
        .map((resource) => (
          <FileRow key={resource.id} resource={resource} />
        ))}
    </Section>
  ))
}

const isPhoto = ({ kind, digest }: Resource) => kind === 'photo' && digest !== null
const addressOfFile = ({ id }: Resource) => addressOf('casework.resource.download', { resourceId: id })

function FileRow({ resource }: { resource: Resource }) {
  const { title, mediaType, size, digest, madeAt, madeBy } = resource
  const Icon = mediaType?.startsWith('image/')
    ? FileImageOutlined
    : mediaType?.includes('pdf')
      ? FilePdfOutlined
      : FileOutlined
  return (
    <div className="file-row">
      <Icon />
      {digest ? <a href={addressOfFile(resource)}>{title}</a> : <span>{title}</span>}
      <span className="quiet number" title={`${instant(madeAt)} ${madeBy?.name ?? ''}`}>
        {size === null ? '' : fileSize(size)}
      </span>
    </div>
  )
}
