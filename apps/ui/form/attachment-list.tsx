import { PaperClipOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Attachment, AttachmentsField } from '../../../kernel/forms/definition.ts'
import { fileSize } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useFormPlace } from './form-place.ts'

type Props = { field: AttachmentsField; value: unknown; actsOf?: (file: Attachment, index: number) => ReactNode }

/** Files by name, with kind and size; those of the case's tree can be opened. */
export function AttachmentList({ field, value, actsOf }: Props) {
  const { words } = useTexts()
  const { addressOfFile } = useFormPlace()
  const files = Array.isArray(value) ? (value as Attachment[]) : []
  return (
    <ul className="form-files">
      {files.map((file, index) => {
        const address = addressOfFile?.(file.digest)
        const kind = field.kinds?.find((one) => one.value === file.kind)
        return (
          <li key={`${file.digest}-${file.name}`} className="form-file">
            <PaperClipOutlined aria-hidden />
            <span className="form-file-name">{address ? <a href={address}>{file.name}</a> : file.name}</span>
            <span className="quiet number">{fileSize(file.size)}</span>
            {actsOf ? actsOf(file, index) : kind && <span className="tag">{words(kind.title)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
