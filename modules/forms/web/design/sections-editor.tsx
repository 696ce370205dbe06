import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { FormDefinition, FormSection } from '../../../../kernel/forms/definition.ts'
import { ExpressionInput } from './expression-input.tsx'
import { Titles } from './field-properties.tsx'

type Props = { definition: FormDefinition; onChange: (definition: FormDefinition) => void }

/** Parts of the form under headings; one that goes leaves its fields without a heading. */
export function SectionsEditor({ definition, onChange }: Props) {
  const { t } = useTexts()
  const sections = definition.sections ?? []
  const put = (next: FormSection[]) => {
    const { sections: _before, ...rest } = definition
    onChange(next.length > 0 ? { ...rest, sections: next } : rest)
  }
  const add = () => {
    const number = sections.length + 1
    put([
      ...sections,
      { name: freeName(sections), title: { zh: `${t('forms.section')}${number}`, en: `Section ${number}` } },
    ])
  }
  const remove = ({ name }: FormSection) => {
    const kept = sections.filter((section) => section.name !== name)
    const { sections: _before, ...rest } = definition
    const fields = definition.fields.map((field) => {
      const { section, ...free } = field
      return section === name ? (free as typeof field) : field
    })
    onChange({ ...rest, fields, ...(kept.length > 0 && { sections: kept }) })
  }
  return (
    <>
      {sections.map((section, index) => (
        <div className="part" key={section.name}>
          <div className="part-acts">
            <code className="quiet">{section.name}</code>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              disabled={index === 0}
              aria-label={t('forms.section.up', { title: section.title.zh })}
              onClick={() => put(sections.with(index, sections[index - 1]!).with(index - 1, section))}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('forms.section.remove', { title: section.title.zh })}
              onClick={() => remove(section)}
            />
          </div>
          <Titles title={section.title} onChange={(title) => put(sections.with(index, { ...section, title }))} />
          <div className="property">
            <label htmlFor={`section-${section.name}`}>{t('forms.property.visibleWhen')}</label>
            <ExpressionInput
              id={`section-${section.name}`}
              value={section.visibleWhen ?? ''}
              definition={definition}
              onChange={(text) => put(sections.with(index, withCondition(section, text)))}
            />
          </div>
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={add}>
        {t('forms.section.add')}
      </Button>
    </>
  )
}

function withCondition({ visibleWhen: _before, ...section }: FormSection, text: string): FormSection {
  return text === '' ? section : { ...section, visibleWhen: text }
}

function freeName(sections: readonly FormSection[]): string {
  for (let number = sections.length + 1; ; number++)
    if (!sections.some(({ name }) => name === `section${number}`)) return `section${number}`
}
