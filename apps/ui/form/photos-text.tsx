import type { PhotosField } from '../../../kernel/forms/definition.ts'
import { useTexts } from '../i18n/use-texts.ts'

/** Photos are taken in the field; the desk counts them and shows them among the files. */
export function PhotosText({ field, value }: { field: PhotosField; value: unknown }) {
  const { t } = useTexts()
  const count = Array.isArray(value) ? value.length : 0
  return (
    <div className="form-text">
      {t('form.photos.count', { count })}
      {field.min !== undefined && <span className="quiet"> {t('form.photos.atLeast', { min: field.min })}</span>}
    </div>
  )
}
