import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormDefinition, FormRule } from '../../../../kernel/forms/definition.ts'
import { ExpressionInput } from './expression-input.tsx'

type Props = { definition: FormDefinition; onChange: (definition: FormDefinition) => void }

/** What has to hold between fields, and what is said where it does not. */
export function RulesEditor({ definition, onChange }: Props) {
  const { t, words } = useTexts()
  const rules = definition.rules ?? []
  const put = (next: FormRule[]) => {
    const { rules: _before, ...rest } = definition
    onChange(next.length > 0 ? { ...rest, rules: next } : rest)
  }
  const set = (index: number, parts: Partial<FormRule>) => put(rules.with(index, { ...rules[index]!, ...parts }))
  const add = () =>
    put([
      ...rules,
      { name: freeName(rules), holds: '', message: { zh: '', en: '' }, field: definition.fields[0]?.name ?? '' },
    ])
  return (
    <>
      {rules.map((rule, index) => (
        <div className="part" key={rule.name}>
          <div className="part-acts">
            <code className="quiet">{rule.name}</code>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('forms.rule.remove', { name: rule.name })}
              onClick={() => put(rules.toSpliced(index, 1))}
            />
          </div>
          <div className="property">
            <label htmlFor={`rule-${rule.name}`}>{t('forms.rule.holds')}</label>
            <ExpressionInput
              id={`rule-${rule.name}`}
              value={rule.holds}
              definition={definition}
              onChange={(holds) => set(index, { holds })}
            />
          </div>
          <div className="property">
            <label htmlFor={`rule-${rule.name}-zh`}>{t('forms.rule.message.zh')}</label>
            <Input
              id={`rule-${rule.name}-zh`}
              value={rule.message.zh}
              onChange={({ target }) => set(index, { message: { ...rule.message, zh: target.value } })}
            />
          </div>
          <div className="property">
            <label htmlFor={`rule-${rule.name}-en`}>{t('forms.rule.message.en')}</label>
            <Input
              id={`rule-${rule.name}-en`}
              value={rule.message.en}
              onChange={({ target }) => set(index, { message: { ...rule.message, en: target.value } })}
            />
          </div>
          <div className="property">
            <label htmlFor={`rule-${rule.name}-field`}>{t('forms.rule.field')}</label>
            <Select
              id={`rule-${rule.name}-field`}
              value={rule.field}
              options={definition.fields.map(({ name, title }) => ({ value: name, label: `${words(title)} ${name}` }))}
              onChange={(field: string) => set(index, { field })}
            />
          </div>
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} disabled={definition.fields.length === 0} onClick={add}>
        {t('forms.rule.add')}
      </Button>
    </>
  )
}

function freeName(rules: readonly FormRule[]): string {
  for (let number = rules.length + 1; ; number++)
    if (!rules.some(({ name }) => name === `rule${number}`)) return `rule${number}`
}
