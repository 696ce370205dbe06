import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { attributesOf, type Editing } from './editing.ts'
import { Group } from './property.tsx'
import { SelectProperty } from './property-choices.tsx'
import { NumberProperty } from './property-inputs.tsx'
import { RegionPart } from './region-part.tsx'
import { TitlePart } from './title-part.tsx'
import { useOptions } from './use-options.ts'

/** 自动环节: which job does it, and how often it is tried again. */
export function ServicePanel({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { jobs } = useOptions(editing.known)
  const { text, whole, set } = attributesOf(editing)
  return (
    <>
      <Group title={t('processes.draw.serviceTask')} hint={t('processes.draw.serviceTask.help')}>
        <TitlePart editing={editing} />
        <SelectProperty
          label={t('processes.prop.job')}
          hint={t('processes.prop.job.hint')}
          value={text('yutu:job')}
          options={jobs}
          onChange={(job) => set({ 'yutu:job': job })}
        />
        <NumberProperty
          label={t('processes.prop.retries')}
          hint={t('processes.prop.retries.hint')}
          unit={t('processes.unit.times')}
          min={0}
          value={whole('yutu:retries') ?? 0}
          onChange={(retries) => set({ 'yutu:retries': retries })}
        />
      </Group>
      <RegionPart editing={editing} />
    </>
  )
}
