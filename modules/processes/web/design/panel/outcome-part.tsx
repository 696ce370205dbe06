import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { type Shape, service } from '../canvas/canvas-types.ts'
import { waysOf } from '../canvas/outcomes.ts'
import { attributesOf, type Editing, expression } from './editing.ts'
import { Group } from './property.tsx'
import { TextInput } from './property-inputs.tsx'
import { targetOf, WayHead } from './way-head.tsx'

/** 办理结果: how each way out of a task is called, and under which name rules and child cases speak of it. */
export function OutcomePart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const ways = waysOf(editing.element)
  if (ways.length === 0) return null
  const isTask = editing.element.type === 'bpmn:UserTask'
  return (
    <Group title={t('processes.group.outcomes')} hint={t(`processes.group.outcomes.${isTask ? 'task' : 'child'}`)}>
      {ways.map((way, place) => (
        <div className="way way-tall" key={way.id}>
          <WayHead editing={editing} way={way} place={place} />
          <WayCode editing={editing} way={way} isChoice={ways.length > 1} />
        </div>
      ))}
    </Group>
  )
}

type CodeProps = { editing: Editing; way: Shape; isChoice: boolean }

/** The name of a way: co-signing counts it, conditions compare with it, a child case's result chooses by it. */
function WayCode({ editing, way, isChoice }: CodeProps) {
  const { t } = useTexts()
  const { modeler, element } = editing
  const name = String(way.businessObject.get('yutu:transition') ?? '')
  const rename = (next: string) => {
    if (next === '' || waysOf(element).some((other) => other.businessObject.get('yutu:transition') === next)) return
    service(modeler, 'modeling').updateProperties(way, {
      'yutu:transition': next,
      conditionExpression: isChoice ? expression(modeler, `outcome = "${next}"`) : undefined,
    })
    const { text, set } = attributesOf(editing)
    const counted = ['yutu:pass', 'yutu:otherwise'].filter((attribute) => text(attribute) === name)
    if (name && counted.length > 0) set(Object.fromEntries(counted.map((attribute) => [attribute, next])))
  }
  return (
    <div className="way-code">
      <span className="quiet">{t('processes.way.code')}</span>
      <TextInput key={name} label={t('processes.way.code.of', { to: targetOf(way) })} value={name} onChange={rename} />
    </div>
  )
}
