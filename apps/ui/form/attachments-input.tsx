import { CloudUploadOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Progress, Select } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { fileFault } from '../../../kernel/forms/attachments.ts'
import type { Attachment, AttachmentsField } from '../../../kernel/forms/definition.ts'
import { RefusalNotice } from '../components/refusal-notice.tsx'
import { putFile } from '../files.ts'
import { fileSize } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { AttachmentList } from './attachment-list.tsx'
import { useFormPlace } from './form-place.ts'
import { type InputProps, spoken } from './input-props.ts'

type Sending = { name: string; percent: number; wait: number }

/** Files dropped or chosen are sent at once, one after the other; what does not fit is said before it is sent. */
export function AttachmentsInput(props: InputProps<AttachmentsField>) {
  const { field, value, onChange } = props
  const { t, words } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const files = Array.isArray(value) ? (value as Attachment[]) : []
  const { sending, faults, error, send } = useSending(field, files, onChange)
  const take = (list: FileList | null) => list && void send([...list])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files)
  }
  const isFull = field.max !== undefined && files.length >= field.max
  const acts = (file: Attachment, index: number) => (
    <>
      {field.kinds && (
        <Select
          size="small"
          style={{ width: 132 }}
          aria-label={t('form.file.kind', { name: file.name })}
          placeholder={t('form.file.kind.choose')}
          value={file.kind ?? null}
          options={field.kinds.map(({ value: kind, title }) => ({ value: kind, label: words(title) }))}
          onChange={(kind: string) => onChange(files.with(index, { ...file, kind }))}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t('form.file.remove', { name: file.name })}
        onClick={() => onChange(files.toSpliced(index, 1))}
      />
    </>
  )
  return (
    <fieldset className="form-group" {...spoken(props)}>
      {files.length > 0 && <AttachmentList field={field} value={files} actsOf={acts} />}
      <input
        ref={input}
        type="file"
        hidden
        multiple={field.max !== 1}
        accept={field.types?.map((type) => `.${type}`).join(',')}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      {sending ? (
        <div className="upload-row" role="status">
          <span className="upload-name">{sending.name}</span>
          <Progress percent={sending.percent} size="small" style={{ flex: 1 }} />
          {sending.wait > 0 && <span className="quiet">{t('upload.waiting', { seconds: sending.wait })}</span>}
        </div>
      ) : (
        <button
          type="button"
          className="upload-drop form-drop"
          disabled={isFull}
          onClick={() => input.current?.click()}
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
        >
          <span>
            <CloudUploadOutlined aria-hidden /> {t('upload.drop')}
          </span>
          <span className="quiet">{limitsOf(field, t)}</span>
        </button>
      )}
      {faults.map(({ code, params }) => (
        <div key={JSON.stringify(params)} className="form-issue" role="alert">
          {t(code, params)}
        </div>
      ))}
      <RefusalNotice error={error} />
    </fieldset>
  )
}

type Fault = NonNullable<ReturnType<typeof fileFault>>

function useSending(field: AttachmentsField, files: Attachment[], onChange: (value: unknown) => void) {
  const [sending, setSending] = useState<Sending | null>(null)
  const [faults, setFaults] = useState<Fault[]>([])
  const [error, setError] = useState<unknown>(null)
  const { keepFile } = useFormPlace()
  const send = async (chosen: File[]) => {
    // A kind is chosen once the file is there.
    const { kinds, ...limits } = field
    const checked = chosen.map((file) => ({ file, fault: fileFault(limits, file) }))
    setFaults(checked.flatMap(({ fault }) => fault ?? []))
    setError(null)
    let next = files
    try {
      for (const { file, fault } of checked) {
        if (fault) continue
        const show = (percent: number, wait: number) => setSending({ name: file.name, percent, wait })
        const { digest, size } = keepFile
          ? await keepFile(file)
          : await putFile(file, {
              onProgress: (done) => show(Math.floor((done / Math.max(1, file.size)) * 100), 0),
              onWait: (wait) => show(0, wait),
            })
        const [only] = kinds?.length === 1 ? kinds : []
        if (next.some((one) => one.digest === digest)) continue
        next = [...next, { digest, name: file.name, size, ...(only && { kind: only.value }) }]
        onChange(next)
      }
    } catch (failure) {
      setError(failure)
    } finally {
      setSending(null)
    }
  }
  return { sending, faults, error, send }
}

function limitsOf(
  { types, maxBytes, min, max, kinds = [] }: AttachmentsField,
  t: ReturnType<typeof useTexts>['t'],
): string {
  const needed = kinds.filter(({ min: least = 0 }) => least > 0).map(({ title }) => title.zh)
  return [
    types?.map((type) => type.toUpperCase()).join(' '),
    maxBytes !== undefined && t('form.file.atMost', { size: fileSize(maxBytes) }),
    min !== undefined && min > 0 && t('form.file.least', { min }),
    max !== undefined && t('form.file.most', { max }),
    needed.length > 0 && t('form.file.needed', { kinds: needed.join(t('common.comma')) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
