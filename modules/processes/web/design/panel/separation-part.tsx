import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { attributesOf, type Editing } from './editing.ts'
import { Group } from './property.tsx'
import { ManyProperty } from './property-choices.tsx'

/** 职责分离: whoever did one of these, opened the case, or is named in it, may not do this step. */
export function SeparationPart({ editing }: { editing: Editing }) {
  const { t, words: inWords } = useTexts()
  const { words, setWords } = attributesOf(editing)
  const steps = editing.process?.steps ?? []
  const others = steps.filter(({ kind, id }) => kind === 'userTask' && id !== editing.element.id)
  const forms = [editing.process?.filing?.form, ...steps.map((step) => (step.kind === 'userTask' ? step.form : ''))]
  const people = editing.known.forms
    .filter(({ key }) => forms.includes(key))
    .flatMap(({ fields }) => fields.filter(({ type }) => type === 'person'))
  const options = [
    { value: 'opener', label: t('processes.separation.opener') },
    ...others.map(({ id, title }) => ({ value: id, label: inWords(title) })),
    ...[...new Map(people.map(({ name, title }) => [name, title]))].map(([name, title]) => ({
      value: `data.${name}`,
      label: t('processes.separation.named', { field: inWords(title) }),
    })),
  ]
  return (
    <Group title={t('processes.group.separation')} hint={t('processes.group.separation.hint')}>
      <ManyProperty
        label={t('processes.prop.separateFrom')}
        value={words('case:separateFrom')}
        options={options}
        onChange={(chosen) => setWords('case:separateFrom', chosen)}
      />
    </Group>
  )
}
