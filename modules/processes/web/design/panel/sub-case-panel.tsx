import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { EachPart } from './each-part.tsx'
import { attributesOf, type Editing } from './editing.ts'
import { MappingPart } from './mapping-part.tsx'
import { OutcomePart } from './outcome-part.tsx'
import { Group } from './property.tsx'
import { SelectProperty } from './property-choices.tsx'
import { RegionPart } from './region-part.tsx'
import { TitlePart } from './title-part.tsx'
import { useFacts } from './use-facts.ts'
import { useOptions } from './use-options.ts'
import { VersionChoice } from './version-choice.tsx'

/** 子案: which process, in which version, one or one for each of a list, what it is given and what it brings back. */
export function SubCasePanel({ editing }: { editing: Editing }) {
  const { t, words } = useTexts()
  const { processes } = useOptions(editing.known)
  const facts = useFacts(editing)
  const { text, whole, set } = attributesOf(editing)
  const chosen = editing.known.processes.find(({ key }) => key === text('calledElement'))
  const asked = editing.known.forms.find(({ key }) => key === chosen?.filingForm)?.fields ?? []
  return (
    <>
      <Group title={t('processes.draw.subCase')} hint={t('processes.draw.subCase.help')}>
        <TitlePart editing={editing} />
        <SelectProperty
          label={t('processes.prop.process')}
          value={text('calledElement')}
          options={processes}
          onChange={(process) => set({ calledElement: process, 'yutu:processVersion': undefined })}
        />
        {chosen && (
          <VersionChoice
            name="processVersion"
            value={String(whole('yutu:processVersion') ?? '')}
            versions={chosen.versions.map((version) => ({ value: String(version), version }))}
            onChange={(version) => set({ 'yutu:processVersion': version === '' ? undefined : Number(version) })}
          />
        )}
        <EachPart editing={editing} of="child" />
      </Group>
      <Group title={t('processes.group.data')}>
        <MappingPart
          editing={editing}
          attribute="yutu:inputs"
          label={t('processes.prop.childInputs')}
          hint={t('processes.prop.childInputs.hint')}
          names={asked.map(({ name, title }) => ({ value: name, label: `${words(title)} (${name})` }))}
        />
        <MappingPart
          editing={editing}
          attribute="yutu:outputs"
          label={t('processes.prop.childOutputs')}
          hint={t('processes.prop.childOutputs.hint')}
          names={facts}
        />
      </Group>
      <OutcomePart editing={editing} />
      <RegionPart editing={editing} />
    </>
  )
}
