import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { eventName } from '../../../../../kernel/process/bpmn/read-event.ts'
import { service } from '../canvas/canvas-types.ts'
import { attributesOf, type Editing } from './editing.ts'
import { Group } from './property.tsx'
import { SelectProperty } from './property-choices.tsx'
import { TextProperty } from './property-inputs.tsx'
import { WaitPart } from './wait-part.tsx'

const KINDS = { Message: 'message', Timer: 'timer' } as const

/** 开始: what opens such a case, for who reads the drawing. A case is opened by filing it, or by the program. */
export function StartPanel({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { modeler, element } = editing
  const { set } = attributesOf(editing)
  const definition = element.businessObject.eventDefinitions?.[0]
  const known = Object.entries(KINDS).find(([name]) => definition?.$type.includes(name))
  const kind = known?.[1] ?? 'none'
  const begin = (next: string) => {
    const type = Object.entries(KINDS).find(([, name]) => name === next)?.[0]
    const made = type && service(modeler, 'moddle').create(`bpmn:${type}EventDefinition`)
    const cleared = { 'yutu:event': undefined, 'yutu:workingDays': next === 'timer' ? 1 : undefined }
    set({ ...cleared, eventDefinitions: made ? [made] : [] })
  }
  return (
    <Group title={t('processes.start')} hint={t('processes.start.help')}>
      <SelectProperty
        label={t('processes.prop.trigger')}
        value={kind}
        options={['none', 'message', 'timer'].map((value) => ({ value, label: t(`processes.trigger.${value}`) }))}
        onChange={begin}
      />
      {kind === 'message' && (
        <TextProperty
          label={t('processes.prop.event')}
          value={eventName(element.businessObject)}
          onChange={(event) => set({ 'yutu:event': event })}
        />
      )}
      {kind === 'timer' && <WaitPart editing={editing} />}
    </Group>
  )
}
