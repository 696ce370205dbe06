import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { Condition } from './condition-part.tsx'
import type { Editing } from './editing.ts'
import { Group } from './property.tsx'
import { TitlePart } from './title-part.tsx'

/** 去向: an arrow. */
export function FlowPanel({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { modeler, element } = editing
  const from = element.source?.type
  const isConditional = from === 'bpmn:ExclusiveGateway' || from === 'bpmn:InclusiveGateway'
  const isDefault = (element.source?.businessObject.get('default') as { id: string } | undefined)?.id === element.id
  return (
    <Group title={t('processes.group.way')} hint={t('processes.group.way.hint')}>
      <TitlePart editing={editing} />
      {isConditional && !isDefault && <Condition modeler={modeler} way={element} />}
      {isDefault && <p className="quiet">{t('processes.way.isDefault')}</p>}
    </Group>
  )
}
