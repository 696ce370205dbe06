import type { ChoiceField, SimpleField } from '../../../kernel/forms/definition.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { itemsOf } from './dictionaries.ts'

/** A value that is only read: codes and choices in words, numbers with their unit. */
export function FieldText({ field, value }: { field: SimpleField; value: unknown }) {
  const { t, words } = useTexts()
  const isEmpty = value === undefined || value === null || value === ''
  if (isEmpty) return <div className="form-text quiet">—</div>
  if (field.type === 'yesNo') return <div className="form-text">{t(value ? 'common.yes' : 'common.no')}</div>
  if (field.type === 'choice') return <div className="form-text">{choiceWords(field, value).map(words).join('、')}</div>
  if (field.type === 'code') {
    const item = itemsOf(field.scheme, field.edition).find(({ code }) => code === value)
    return (
      <div className="form-text">
        {String(value)} <span className="quiet">{words(item?.title)}</span>
      </div>
    )
  }
  return (
    <div className="form-text">
      {String(value)}
      {field.type === 'number' && field.unit && <span className="unit"> {field.unit}</span>}
    </div>
  )
}

const choiceWords = (field: ChoiceField, value: unknown) =>
  [value]
    .flat()
    .map((one) => field.options.find((option) => option.value === one)?.title ?? { zh: String(one), en: String(one) })
