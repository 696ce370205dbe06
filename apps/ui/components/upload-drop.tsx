import { CloudUploadOutlined, FileDoneOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { putFile } from '../files.ts'
import { fileSize } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import type { StoredFile } from '../upload.ts'
import { RefusalNotice } from './refusal-notice.tsx'

type Props = {
  accept?: string
  hint?: string
  onStored: (file: StoredFile & { name: string }) => void
}
/** `isRead`: it is being read through, nothing is sent yet; `wait`: seconds until the next try. */
type Sent = { done: number; wait: number; isRead: boolean }
type State =
  | { at: 'empty' }
  | ({ at: 'sending'; file: File } & Sent)
  | { at: 'stored'; file: File }
  | { at: 'refused'; file: File; error: unknown }

/** A place to drop a file: sends it with progress, tries again when the line breaks, and says what went wrong. */
export function UploadDrop({ accept, hint, onStored }: Props) {
  const { t } = useTexts()
  const [state, setState] = useState<State>({ at: 'empty' })
  const input = useRef<HTMLInputElement>(null)
  const send = async (file: File) => {
    const sending = (sent: Partial<Sent>) =>
      setState({ at: 'sending', file, ...{ done: 0, wait: 0, isRead: false }, ...sent })
    sending({})
    try {
      const stored = await putFile(file, {
        onDigest: (done) => sending({ done, isRead: true }),
        onProgress: (done) => sending({ done }),
        onWait: (wait) => sending({ wait }),
      })
      setState({ at: 'stored', file })
      onStored({ ...stored, name: file.name })
    } catch (error) {
      setState({ at: 'refused', file, error })
    }
  }
  const take = (files: FileList | null) => files?.[0] && void send(files[0])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files)
  }
  return (
    <div className="upload">
      <input ref={input} type="file" hidden accept={accept} onChange={(event) => take(event.target.files)} />
      {state.at === 'empty' && (
        <button
          type="button"
          className="upload-drop"
          onClick={() => input.current?.click()}
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
        >
          <CloudUploadOutlined className="upload-icon" />
          <span>{t('upload.drop')}</span>
          {hint && <span className="quiet">{hint}</span>}
        </button>
      )}
      {state.at === 'sending' && <Sending {...state} />}
      {state.at === 'stored' && (
        <div className="upload-row">
          <FileDoneOutlined /> <span className="upload-name">{state.file.name}</span>
          <span className="quiet number">{fileSize(state.file.size)}</span>
          <Button size="small" onClick={() => setState({ at: 'empty' })}>
            {t('upload.another')}
          </Button>
        </div>
      )}
      {state.at === 'refused' && (
        <RefusalNotice
          error={state.error}
          onRetry={() => void send(state.file)}
          onClose={() => setState({ at: 'empty' })}
        />
      )}
    </div>
  )
}

function Sending({ file, done, wait, isRead }: { file: File } & Sent) {
  const { t } = useTexts()
  const size = { done: fileSize(done), total: fileSize(file.size) }
  return (
    <div className="upload-row" role="status">
      <span className="upload-name">{file.name}</span>
      <Progress percent={Math.floor((done / Math.max(1, file.size)) * 100)} size="small" style={{ width: 220 }} />
      <span className="quiet number">
        {wait > 0 ? t('upload.waiting', { seconds: wait }) : t(isRead ? 'upload.reading' : 'upload.progress', size)}
      </span>
    </div>
  )
}
