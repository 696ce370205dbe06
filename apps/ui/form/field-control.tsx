import { AttachmentsInput } from './attachments-input.tsx'
import { FieldInput } from './field-input.tsx'
import type { InputProps } from './input-props.ts'
import { MapInput } from './map-input.tsx'
import { PhotosText } from './photos-text.tsx'
import { SignatureInput } from './signature-input.tsx'

/** The control of any field but a table. */
export function FieldControl(props: InputProps) {
  const { field } = props
  switch (field.type) {
    case 'table':
      return null
    case 'photos':
      return <PhotosText field={field} value={props.value} />
    case 'attachments':
      return <AttachmentsInput {...props} field={field} />
    case 'map':
      return <MapInput {...props} field={field} />
    case 'signature':
      return <SignatureInput {...props} field={field} />
    default:
      return <FieldInput {...props} field={field} />
  }
}
