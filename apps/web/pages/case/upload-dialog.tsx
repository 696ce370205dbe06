import { AutoComplete, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Resource } from '../../../ui/case-view.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { UploadDrop } from '../../../ui/components/upload-drop.tsx'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'

type Props = { caseId: string; folders: string[]; replaces?: Resource; onClose: () => void }

/** Sends a file into a folder of the case, or as the next version of one that is there. */
export function UploadDialog({ caseId, folders, replaces, onClose }: Props) {
  const { t } = useTexts()
  const [titleId, folderId] = [useId(), useId()]
  const [file, setFile] = useState<{ digest: string; name: string } | null>(null)
  const [title, setTitle] = useState(replaces?.title ?? '')
  const [folder, setFolder] = useState(replaces?.folder ?? folders[0] ?? t('files.folder.first'))
  const { mutate, isPending, error } = useCall('casework.resource.attach')
  const attach = () =>
    file &&
    mutate(
      {
        caseId,
        folder,
        title: title.trim(),
        digest: file.digest,
        mediaType: mediaTypeOf(file.name),
        kind: replaces?.kind === 'photo' ? 'photo' : 'file',
        ...(replaces && { replaces: replaces.id }),
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      title={replaces ? t('files.next.of', { title: replaces.title }) : t('files.add')}
      okText={t('files.add')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !file || title.trim() === '', loading: isPending }}
      onOk={attach}
      onCancel={onClose}
    >
      <UploadDrop
        onStored={(stored) => {
          setFile(stored)
          if (title.trim() === '') setTitle(stored.name)
        }}
      />
      <div className="form-row" style={{ marginTop: 12 }}>
        <label className="form-title" htmlFor={titleId}>
          {t('files.title')}
        </label>
        <Input id={titleId} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      </div>
      {!replaces && (
        <div className="form-row">
          <label className="form-title" htmlFor={folderId}>
            {t('files.folder')}
          </label>
          <AutoComplete
            id={folderId}
            style={{ width: '100%' }}
            value={folder}
            options={folders.map((value) => ({ value }))}
            onChange={setFolder}
          />
        </div>
      )}
      <RefusalNotice error={error} />
    </Modal>
  )
}

/** By ending: what a browser says of a file depends on the machine it runs on. */
const MEDIA_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  txt: 'text/plain',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
}

const mediaTypeOf = (name: string): string =>
  MEDIA_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
