import type { ChoiceField, FormField, Party } from '../../../kernel/forms/definition.ts'
import { unitWords } from '../../../kernel/forms/unit-words.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { AttachmentList } from './attachment-list.tsx'
import { itemsOf } from './dictionaries.ts'
import { DrawnText } from './drawn-text.tsx'
import { PhotosText } from './photos-text.tsx'
import { SignatureImage } from './signature-image.tsx'

/** A value that is only read: codes and choices in words, numbers with their unit. `isBare`: the unit stands elsewhere. */
export function FieldText({ field, value, isBare }: { field: FormField; value: unknown; isBare?: boolean }) {
  const { t, words, language } = useTexts()
  const isEmpty = value === undefined || value === null || value === ''
  if (field.type === 'photos') return <PhotosText field={field} value={value} />
  if (isEmpty) return <div className="form-text quiet">—</div>
  switch (field.type) {
    case 'yesNo':
      return <div className="form-text">{t(value ? 'common.yes' : 'common.no')}</div>
    case 'choice':
      return (
        <div className="form-text">
          {choiceWords(field, value)
            .map(words)
            .join(language === 'en' ? ', ' : '、')}
        </div>
      )
    case 'code': {
      const item = itemsOf(field.scheme, field.edition).find(({ code }) => code === value)
      return (
        <div className="form-text">
          {String(value)} <span className="quiet">{words(item?.title)}</span>
        </div>
      )
    }
    case 'person':
    case 'organisation':
      return <div className="form-text">{(value as Party).name}</div>
    case 'attachments':
      return <AttachmentList field={field} value={value} />
    case 'map':
      return <DrawnText value={value} />
    case 'signature':
      return <SignatureImage value={value} />
    case 'number':
      return (
        <div className="form-text number">
          {numberText(value, field.decimals)}
          {field.unit && !isBare && <span className="unit"> {unitWords(field.unit, language)}</span>}
        </div>
      )
    default:
      return <div className="form-text">{String(value)}</div>
  }
}

/** Thousands apart, decimals as the field has them. */
function numberText(value: unknown, decimals: number | undefined): string {
  if (typeof value !== 'number') return String(value)
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? 10 })
}

const choiceWords = (field: ChoiceField, value: unknown) =>
  [value]
    .flat()
    .map((one) => field.options.find((option) => option.value === one)?.title ?? { zh: String(one), en: String(one) })
