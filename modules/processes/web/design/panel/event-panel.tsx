import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { eventName } from '../../../../../kernel/process/bpmn/read-event.ts'
import { attributesOf, type Editing } from './editing.ts'
import { Group } from './property.tsx'
import { SuggestProperty } from './property-choices.tsx'
import { NumberProperty, TickProperty } from './property-inputs.tsx'
import { RegionPart } from './region-part.tsx'
import { TitlePart } from './title-part.tsx'
import { WaitPart } from './wait-part.tsx'
import { WhenPart } from './when-part.tsx'

type Props = { editing: Editing }

const KINDS = { Timer: 'timer', Error: 'failure', Conditional: 'condition' } as const

const kindOf = ({ element }: Editing): 'timer' | 'failure' | 'condition' | 'receive' => {
  const definition = element.businessObject.eventDefinitions?.[0]?.$type ?? ''
  const known = Object.entries(KINDS).find(([name]) => definition.includes(name))
  return known?.[1] ?? 'receive'
}

/** Timers, messages and conditions, on their own or on the border of a step. */
export function EventPanel({ editing }: Props) {
  const { t } = useTexts()
  const kind = kindOf(editing)
  const isBorder = editing.element.type === 'bpmn:BoundaryEvent'
  return (
    <>
      <Group
        title={t(isBorder ? `processes.border.${kind}` : `processes.draw.${kind}`)}
        hint={t(isBorder ? `processes.border.${kind}.help` : `processes.draw.${kind}.help`)}
      >
        <TitlePart editing={editing} />
        {kind === 'timer' && <WaitPart editing={editing} />}
        {kind === 'receive' && <EventName editing={editing} />}
        {kind === 'condition' && <WhenPart editing={editing} />}
        {isBorder && kind !== 'failure' && <BorderPart editing={editing} isTimer={kind === 'timer'} />}
      </Group>
      {!isBorder && <RegionPart editing={editing} />}
    </>
  )
}

/** What becomes of the step it stands beside. */
function BorderPart({ editing, isTimer }: Props & { isTimer: boolean }) {
  const { t } = useTexts()
  const { whole, set } = attributesOf(editing)
  const isInterrupting = editing.element.businessObject.get('cancelActivity') !== false
  return (
    <>
      <TickProperty
        label={t('processes.prop.interrupting')}
        hint={t('processes.prop.interrupting.hint')}
        value={isInterrupting}
        onChange={(on) => set({ cancelActivity: on, ...(on && { 'yutu:times': undefined }) })}
      />
      {isTimer && !isInterrupting && (
        <NumberProperty
          label={t('processes.prop.times')}
          hint={t('processes.prop.times.hint')}
          unit={t('processes.unit.times')}
          value={whole('yutu:times')}
          onChange={(times) => set({ 'yutu:times': times })}
        />
      )}
    </>
  )
}

/** 消息 信号: one name for whoever sends it and whoever waits for it. */
function EventName({ editing, hint = 'processes.prop.event.hint' }: Props & { hint?: string }) {
  const { t } = useTexts()
  const { set } = attributesOf(editing)
  const known = new Set(editing.process?.steps.flatMap((step) => ('event' in step ? step.event : [])))
  return (
    <SuggestProperty
      label={t('processes.prop.event')}
      hint={t(hint)}
      value={eventName(editing.element.businessObject)}
      options={[...known].map((value) => ({ value, label: value }))}
      onChange={(event) => set({ 'yutu:event': event })}
    />
  )
}

/** 发信号: what is told, to this case alone or to those linked with it, too. */
export function ThrowPanel({ editing }: Props) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  return (
    <>
      <Group title={t('processes.draw.throw')} hint={t('processes.draw.throw.help')}>
        <TitlePart editing={editing} />
        <EventName editing={editing} hint="processes.prop.thrown.hint" />
        <TickProperty
          label={t('processes.prop.local')}
          value={text('yutu:local') === 'true'}
          onChange={(on) => set({ 'yutu:local': on ? 'true' : '' })}
        />
      </Group>
      <RegionPart editing={editing} onlyCancels />
    </>
  )
}
