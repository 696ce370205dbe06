import type { ComponentType } from 'react'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { DecisionPanel } from './decision-panel.tsx'
import { EachPart } from './each-part.tsx'
import { attributesOf, type Editing } from './editing.ts'
import { EndPanel } from './end-panel.tsx'
import { EventPanel, ThrowPanel } from './event-panel.tsx'
import { FlowPanel } from './flow-panel.tsx'
import { GatewayPanel } from './gateway-panel.tsx'
import { ProcessPanel } from './process-panel.tsx'
import { Group } from './property.tsx'
import { ServicePanel } from './service-panel.tsx'
import { StartPanel } from './start-panel.tsx'
import { SubCasePanel } from './sub-case-panel.tsx'
import { TaskPanel } from './task-panel.tsx'
import { TitlePart } from './title-part.tsx'

const PANELS: Record<string, ComponentType<{ editing: Editing }>> = {
  Process: ProcessPanel,
  UserTask: TaskPanel,
  ManualTask: TaskPanel,
  Task: TaskPanel,
  ServiceTask: ServicePanel,
  ScriptTask: ServicePanel,
  SendTask: ServicePanel,
  BusinessRuleTask: DecisionPanel,
  CallActivity: SubCasePanel,
  SubProcess: PartPanel,
  ExclusiveGateway: GatewayPanel,
  InclusiveGateway: GatewayPanel,
  ParallelGateway: GatewayPanel,
  ComplexGateway: GatewayPanel,
  EventBasedGateway: GatewayPanel,
  IntermediateCatchEvent: EventPanel,
  IntermediateThrowEvent: ThrowPanel,
  BoundaryEvent: EventPanel,
  ReceiveTask: EventPanel,
  StartEvent: StartPanel,
  EndEvent: EndPanel,
  SequenceFlow: FlowPanel,
}

/** The properties of what is selected. Another element is another panel: what was typed for one is never kept in another. */
export function Properties({ editing }: { editing: Editing | undefined }) {
  const { t } = useTexts()
  if (!editing) return <p className="quiet">{t('processes.several')}</p>
  const { element } = editing
  const Panel = PANELS[element.type.replace('bpmn:', '')] ?? Plain
  return (
    <div className="props" key={element.id}>
      <Panel editing={editing} />
      {element.type !== 'bpmn:Process' && <p className="quiet prop-id">{t('processes.prop.id', { id: element.id })}</p>}
    </div>
  )
}

/** 阶段: what lies in it goes on together; events on its border watch all of it. A frame is named as the split inside it. */
function PartPanel({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const isFrame = attributesOf(editing).text('yutu:split') !== ''
  return (
    <Group title={t('processes.draw.part')} hint={t('processes.draw.part.help')}>
      {!isFrame && <TitlePart editing={editing} />}
      {!isFrame && <EachPart editing={editing} of="part" />}
    </Group>
  )
}

function Plain({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  return (
    <Group title={t('processes.group.element')}>
      <TitlePart editing={editing} />
    </Group>
  )
}
