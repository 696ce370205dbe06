import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { waysOf } from '../canvas/outcomes.ts'
import { attributesOf, type Editing } from './editing.ts'
import { Group, NumberProperty, SelectProperty, SuggestProperty, TextProperty, TickProperty } from './property.tsx'
import { TitlePart } from './title-part.tsx'
import { useOptions } from './use-options.ts'
import { WaitPart } from './wait-part.tsx'
import { Condition, ConditionPart, OutcomePart } from './ways-part.tsx'

type Props = { editing: Editing }

export function ServicePanel({ editing }: Props) {
  const { t } = useTexts()
  const { jobs } = useOptions(editing.known)
  const { text, whole, set } = attributesOf(editing)
  return (
    <Group title={t('processes.draw.serviceTask')}>
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
        min={0}
        value={whole('yutu:retries') ?? 0}
        onChange={(retries) => set({ 'yutu:retries': retries })}
      />
    </Group>
  )
}

export function DecisionPanel({ editing }: Props) {
  const { t } = useTexts()
  const { decisions } = useOptions(editing.known)
  const { text, set } = attributesOf(editing)
  const chosen = editing.known.decisions.find(({ key }) => key === text('yutu:decision'))
  return (
    <Group title={t('processes.draw.decision')}>
      <TitlePart editing={editing} />
      <SelectProperty
        label={t('processes.prop.decision')}
        value={text('yutu:decision')}
        options={decisions}
        onChange={(decision) => set({ 'yutu:decision': decision })}
      />
      {chosen && <p className="quiet">{t('processes.prop.decision.gives', { names: chosen.outputs.join('、') })}</p>}
    </Group>
  )
}

export function SubCasePanel({ editing }: Props) {
  const { t } = useTexts()
  const { processes } = useOptions(editing.known)
  const { text, set } = attributesOf(editing)
  return (
    <>
      <Group title={t('processes.draw.subCase')}>
        <TitlePart editing={editing} />
        <SelectProperty
          label={t('processes.prop.process')}
          value={text('calledElement')}
          options={processes}
          onChange={(process) => set({ calledElement: process })}
        />
      </Group>
      <OutcomePart editing={editing} />
    </>
  )
}

/** Timers and messages, on their own or on the border of a step. */
export function EventPanel({ editing }: Props) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const { element } = editing
  const definition = element.businessObject.eventDefinitions?.[0]?.$type ?? ''
  const isBorder = element.type === 'bpmn:BoundaryEvent'
  const title = definition.includes('Timer') ? 'timer' : definition.includes('Error') ? 'failure' : 'receive'
  return (
    <Group title={t(isBorder ? `processes.border.${title}` : `processes.draw.${title}`)}>
      <TitlePart editing={editing} />
      {title === 'timer' && <WaitPart editing={editing} />}
      {title === 'receive' && (
        <TextProperty
          label={t('processes.prop.event')}
          hint={t('processes.prop.event.hint')}
          value={text('yutu:event')}
          onChange={(event) => set({ 'yutu:event': event })}
        />
      )}
      {isBorder && title !== 'failure' && (
        <TickProperty
          label={t('processes.prop.interrupting')}
          value={element.businessObject.get('cancelActivity') !== false}
          onChange={(on) => set({ cancelActivity: on })}
        />
      )}
    </Group>
  )
}

export function GatewayPanel({ editing }: Props) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const { type, incoming = [] } = editing.element
  const isConditional =
    type === 'bpmn:ExclusiveGateway' || (type === 'bpmn:InclusiveGateway' && waysOf(editing.element).length > 1)
  const joins = incoming.length > 1 && (type === 'bpmn:ParallelGateway' || type === 'bpmn:InclusiveGateway')
  return (
    <>
      <Group title={t('processes.group.gateway')}>
        <TitlePart editing={editing} onlyChinese={type !== 'bpmn:ExclusiveGateway'} />
        {joins && (
          <NumberProperty
            label={t('processes.prop.joinNeed')}
            hint={t('processes.prop.joinNeed.hint')}
            unit={t('processes.unit.branches')}
            value={text('yutu:need') === '' ? undefined : Number(text('yutu:need'))}
            onChange={(need) =>
              set({ 'yutu:need': need === undefined ? '' : String(need), 'yutu:rest': need ? 'cancel' : '' })
            }
          />
        )}
        {joins && text('yutu:need') && (
          <SelectProperty
            label={t('processes.prop.rest')}
            value={text('yutu:rest') || 'ignore'}
            options={['cancel', 'ignore'].map((value) => ({ value, label: t(`processes.rest.${value}`) }))}
            onChange={(rest) => set({ 'yutu:rest': rest })}
          />
        )}
      </Group>
      {isConditional && <ConditionPart editing={editing} />}
    </>
  )
}

export function EndPanel({ editing }: Props) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const results = ['completed', 'rejected', 'withdrawn'].map((value) => ({
    value,
    label: t(`processes.result.${value}`),
  }))
  return (
    <Group title={t('processes.draw.end')}>
      <TitlePart editing={editing} />
      <SuggestProperty
        label={t('processes.prop.result')}
        hint={t('processes.prop.result.hint')}
        value={text('yutu:result') || 'completed'}
        options={results}
        onChange={(result) => result !== text('yutu:result') && set({ 'yutu:result': result })}
      />
    </Group>
  )
}

export function FlowPanel({ editing }: Props) {
  const { t } = useTexts()
  const { modeler, element } = editing
  const from = element.source?.type
  const isConditional = from === 'bpmn:ExclusiveGateway' || from === 'bpmn:InclusiveGateway'
  const isDefault = (element.source?.businessObject.get('default') as { id: string } | undefined)?.id === element.id
  return (
    <Group title={t('processes.group.way')}>
      <TitlePart editing={editing} />
      {isConditional && !isDefault && <Condition modeler={modeler} way={element} />}
      {isDefault && <p className="quiet">{t('processes.way.isDefault')}</p>}
    </Group>
  )
}
