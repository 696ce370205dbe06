import { Button } from 'antd'
import { FieldInput } from '../../../../apps/ui/form/field-input.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormField, SimpleField } from '../../../../kernel/forms/definition.ts'

type Props = { id: string; field: FormField; onSet: (parts: Record<string, unknown>) => void }

/** The field's own control, to say what stands in it first; a day may also be today, whichever that is. */
export function DefaultInput({ id, field, onSet }: Props) {
  const { t } = useTexts()
  const value = field.default
  const isToday = field.type === 'date' && value === 'today'
  const { required: _required, ...plain } = field
  return (
    <div className="default-input">
      {isToday ? (
        <span className="tag">{t('forms.default.today')}</span>
      ) : (
        <FieldInput
          id={id}
          field={plain as SimpleField}
          value={value}
          isWrong={false}
          onChange={(next) => onSet({ default: next === null || next === '' ? undefined : next })}
        />
      )}
      {field.type === 'date' && (
        <Button size="small" onClick={() => onSet({ default: isToday ? undefined : 'today' })}>
          {t(isToday ? 'forms.default.clear' : 'forms.default.today')}
        </Button>
      )}
    </div>
  )
}
