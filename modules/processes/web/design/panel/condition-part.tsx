import { Radio } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { type Shape, service } from '../canvas/canvas-types.ts'
import { waysOf } from '../canvas/outcomes.ts'
import { type Editing, expression } from './editing.ts'
import { FeelInput } from './feel.tsx'
import { Group } from './property.tsx'
import { WayHead } from './way-head.tsx'

/** 分支条件: each way of a gateway with its condition, one of them the default. */
export function ConditionPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { modeler, element } = editing
  const ways = waysOf(element)
  const standard = element.businessObject.get('default') as { id: string } | undefined
  const setDefault = (id: string) => {
    const flow = ways.find((way) => way.id === id)
    service(modeler, 'modeling').updateProperties(element, { default: flow?.businessObject })
    if (flow?.businessObject.conditionExpression)
      service(modeler, 'modeling').updateProperties(flow, { conditionExpression: undefined })
  }
  if (ways.length < 2) return <p className="quiet">{t('processes.ways.draw')}</p>
  return (
    <Group title={t('processes.group.conditions')} hint={t('processes.group.conditions.hint')}>
      <Radio.Group className="ways" value={standard?.id ?? ''} onChange={({ target }) => setDefault(target.value)}>
        {ways.map((way, place) => (
          <div className="way way-tall" key={way.id}>
            <WayHead editing={editing} way={way} place={place} />
            {standard?.id !== way.id && <Condition modeler={modeler} way={way} />}
            <Radio value={way.id}>{t('processes.way.default')}</Radio>
          </div>
        ))}
      </Radio.Group>
    </Group>
  )
}

/** The condition of a flow out of a gateway. */
export function Condition({ modeler, way }: { modeler: Editing['modeler']; way: Shape }) {
  const { t } = useTexts()
  const body = way.businessObject.conditionExpression?.body ?? ''
  const set = (text: string) =>
    service(modeler, 'modeling').updateProperties(way, {
      conditionExpression: text === '' ? undefined : expression(modeler, text),
    })
  return (
    <div className="way-condition">
      <label className="prop-label" htmlFor={`${way.id}-condition`}>
        {t('processes.way.condition')}
      </label>
      <FeelInput key={body} id={`${way.id}-condition`} value={body} onChange={set} />
    </div>
  )
}
