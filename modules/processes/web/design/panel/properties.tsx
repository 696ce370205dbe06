import type { ComponentType } from 'react'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import type { Editing } from './editing.ts'
import {
  DecisionPanel,
  EndPanel,
  EventPanel,
  FlowPanel,
  GatewayPanel,
  ServicePanel,
  SubCasePanel,
} from './other-panels.tsx'
import { ProcessPanel } from './process-panel.tsx'
import { Group } from './property.tsx'
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
  ExclusiveGateway: GatewayPanel,
  InclusiveGateway: GatewayPanel,
  ParallelGateway: GatewayPanel,
  ComplexGateway: GatewayPanel,
  EventBasedGateway: GatewayPanel,
  IntermediateCatchEvent: EventPanel,
  IntermediateThrowEvent: EventPanel,
  BoundaryEvent: EventPanel,
  ReceiveTask: EventPanel,
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

function Plain({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  return (
    <Group title={t('processes.group.element')}>
      <TitlePart editing={editing} />
    </Group>
  )
}
