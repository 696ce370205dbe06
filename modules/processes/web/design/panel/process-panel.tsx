import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { ClockPart } from './clock-part.tsx'
import { attributesOf, type Editing } from './editing.ts'
import { EscalationPart } from './escalation-part.tsx'
import { FieldRights } from './field-rights.tsx'
import { Group } from './property.tsx'
import { SelectProperty, SuggestProperty } from './property-choices.tsx'
import { TextProperty } from './property-inputs.tsx'
import { TitlePart } from './title-part.tsx'
import { useOptions } from './use-options.ts'

/** Nothing selected: what holds for the process as a whole. */
export function ProcessPanel({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const options = useOptions(editing.known)
  const { text, words, set } = attributesOf(editing)
  const form = text('case:filingForm')
  const writable = text('case:filingWritable') === '*' ? 'all' : words('case:filingWritable')
  return (
    <>
      <Group title={t('processes.group.process')} hint={t('processes.group.process.hint')}>
        <TitlePart editing={editing} />
        <SuggestProperty
          label={t('processes.prop.business')}
          hint={t('processes.prop.business.hint')}
          value={text('case:business')}
          options={options.businesses}
          onChange={(business) => set({ 'case:business': business })}
        />
        <TextProperty
          label={t('processes.prop.numbers')}
          hint={t('processes.prop.numbers.hint', { example: '沪规〔{year}〕{serial:4}号' })}
          value={text('case:numbers')}
          onChange={(numbers) => set({ 'case:numbers': numbers })}
        />
        <EscalationPart editing={editing} />
      </Group>
      <ClockPart editing={editing} />
      <Group title={t('processes.group.filing')}>
        <SelectProperty
          label={t('processes.prop.filingForm')}
          hint={t('processes.prop.filingForm.hint')}
          isOptional
          value={form}
          options={options.forms}
          onChange={(next) => set({ 'case:filingForm': next, 'case:filingWritable': next && '*' })}
        />
        {form && (
          <FieldRights
            form={editing.known.forms.find(({ key }) => key === form)}
            writable={writable}
            onWritable={(fields) => set({ 'case:filingWritable': fields === 'all' ? '*' : fields.join(' ') })}
          />
        )}
      </Group>
    </>
  )
}
