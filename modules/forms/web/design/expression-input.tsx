import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormDefinition, FormField } from '../../../../kernel/forms/definition.ts'
import { expressionFault, strangerIn } from '../../../../kernel/forms/expressions.ts'
import { completions } from '../../rules/complete-expression.ts'
import type { Path } from '../../rules/edit-definition.ts'

type Props = {
  id: string
  value: string
  definition: FormDefinition
  /** Of a column: its row's names are known too. */
  path?: Path | null
  onChange: (value: string) => void
}

/** FEEL with the form's own names offered as one types, and read at once: what is wrong is said while it is typed. */
export function ExpressionInput({ id, value, definition, path, onChange }: Props) {
  const { t, words } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const table = path && path.length > 1 ? definition.fields[path[0]] : undefined
  const row = table?.type === 'table' ? table.columns : []
  const fault = faultOf(value, definition.fields, row)
  const options = completions(value, [...row, ...definition.fields]).map(({ text, name, title }) => ({
    value: text,
    label: (
      <span className="completion">
        <code>{name}</code> <span className="quiet">{title ? words(title) : t('forms.expression.function')}</span>
      </span>
    ),
  }))
  return (
    <>
      <AutoComplete
        id={id}
        style={{ width: '100%' }}
        value={value}
        options={options}
        open={isOpen && options.length > 0}
        onOpenChange={setOpen}
        onChange={(text: string) => onChange(text)}
      >
        <Input.TextArea
          className="expression"
          autoSize={{ minRows: 1, maxRows: 6 }}
          spellCheck={false}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-fault`}
          {...(fault && { status: 'error' as const })}
        />
      </AutoComplete>
      <div id={`${id}-fault`} aria-live="polite">
        {value !== '' && fault && <div className="form-issue">{t(fault.code, fault.params)}</div>}
        {value !== '' && !fault && <div className="status-good">{t('forms.expression.good')}</div>}
      </div>
    </>
  )
}

function faultOf(expression: string, fields: FormField[], row: FormField[]) {
  if (expression === '') return undefined
  const fault = expressionFault(expression)
  if (fault !== undefined) return { code: 'forms.definition.bad-expression', params: { fault } }
  const name = strangerIn(expression, fields, row)
  return name === undefined ? undefined : { code: 'forms.definition.unknown-name', params: { name } }
}
