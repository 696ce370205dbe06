import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { putFile } from '../../../../apps/ui/files.ts'
import { fileSize } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { ItemView } from '../answers.ts'
import type { Filed, FiledFile } from './filed.ts'
import type { ChangeFiled } from './use-filing-draft.ts'

type Props = { item: ItemView['item']; filed: Filed; onChange: ChangeFiled; withFaults: boolean }
type Material = ItemView['item']['materials'][number]

/** 材料清单 with a place for each paper; what must be there and is not is marked. */
export function MaterialPart({ item, filed, onChange, withFaults }: Props) {
  const { t } = useTexts()
  const here = item.materials.filter(({ key }) => filed.materials.some((file) => file.key === key)).length
  return (
    <>
      <p className="quiet">{t('approvals.materials.count', { here, all: item.materials.length })}</p>
      <ol className="material-list">
        {item.materials.map((material) => (
          <MaterialRow
            key={material.key}
            material={material}
            files={filed.materials.filter(({ key }) => key === material.key)}
            isWanting={withFaults && material.required && !filed.materials.some(({ key }) => key === material.key)}
            onAdd={(file) => onChange(({ materials }) => ({ materials: [...materials, file] }))}
            onRemove={(file) => onChange(({ materials }) => ({ materials: materials.filter((one) => one !== file) }))}
          />
        ))}
      </ol>
    </>
  )
}

type RowProps = {
  material: Material
  files: FiledFile[]
  isWanting: boolean
  onAdd: (file: FiledFile) => void
  onRemove: (file: FiledFile) => void
}

function MaterialRow({ material, files, isWanting, onAdd, onRemove }: RowProps) {
  const { t } = useTexts()
  const { key, title, form, required } = material
  return (
    <li className={isWanting ? 'material is-wanting' : 'material'}>
      <div className="material-head">
        <span className="material-title">{title}</span>
        <span className={required ? 'tag tag-strong' : 'tag'}>
          {t(required ? 'approvals.material.must' : 'approvals.material.may')}
        </span>
        <span className="tag">{t(`approvals.material.${form}`)}</span>
        <Upload material={key} title={title} onAdd={onAdd} />
      </div>
      {files.map((file) => (
        <div className="material-file" key={file.digest}>
          <span className="upload-name">{file.name}</span>
          <span className="quiet number">{fileSize(file.size)}</span>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('approvals.material.drop', { name: file.name })}
            onClick={() => onRemove(file)}
          />
        </div>
      ))}
      {isWanting && <p className="form-issue">{t('approvals.material.wanting')}</p>}
    </li>
  )
}

function Upload({ material, title, onAdd }: { material: string; title: string; onAdd: (file: FiledFile) => void }) {
  const { t } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (file: File | undefined) => {
    if (!file) return
    setError(null)
    setShare(0)
    try {
      const watch = {
        onProgress: (done: number, all: number) => setShare(done / Math.max(1, all)),
        onWait: () => setShare(0),
      }
      const stored = await putFile(file, watch)
      onAdd({ key: material, ...stored, name: file.name, mediaType: file.type || 'application/octet-stream' })
    } catch (failure) {
      setError(failure)
    }
    setShare(null)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={title}
        onChange={({ target }) => {
          void send(target.files?.[0])
          target.value = ''
        }}
      />
      <Button
        className="material-upload"
        size="small"
        icon={<UploadOutlined />}
        loading={share !== null}
        onClick={() => input.current?.click()}
      >
        {share === null ? t('approvals.material.upload') : `${Math.floor(share * 100)}%`}
      </Button>
      {error !== null && <RefusalNotice error={error} onClose={() => setError(null)} />}
    </>
  )
}
