import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { type Shape, service } from '../canvas/canvas-types.ts'
import { waysOf } from '../canvas/outcomes.ts'
import { attributesOf, type Editing, expression } from './editing.ts'
import { FeelInput, Group } from './property.tsx'

const targetOf = ({ target }: Shape): string => target?.businessObject.name || target?.id || ''

/** 办理结果: how each way out of a task is called. */
export function OutcomePart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const ways = waysOf(editing.element)
  if (ways.length === 0) return null
  return (
    <Group title={t('processes.group.outcomes')}>
      {ways.map((way) => (
        <div className="way" key={way.id}>
          <WayName modeler={editing.modeler} way={way} />
          <span className="way-to">→ {targetOf(way)}</span>
        </div>
      ))}
    </Group>
  )
}

function WayName({ modeler, way }: { modeler: Editing['modeler']; way: Shape }) {
  const { t } = useTexts()
  const { text, set } = attributesOf({ modeler, element: way })
  const [typed, setTyped] = useState(text('name'))
  const keep = () => typed.trim() !== text('name') && set({ name: typed.trim() })
  return (
    <Input
      className="way-name"
      aria-label={t('processes.way.name', { to: targetOf(way) })}
      placeholder={t('processes.way.unnamed')}
      value={typed}
      maxLength={30}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onPressEnter={keep}
    />
  )
}

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
    <Group title={t('processes.group.conditions')}>
      <Radio.Group className="ways" value={standard?.id ?? ''} onChange={({ target }) => setDefault(target.value)}>
        {ways.map((way) => (
          <div className="way way-tall" key={way.id}>
            <div className="way-head">
              <WayName modeler={modeler} way={way} />
              <span className="way-to">→ {targetOf(way)}</span>
            </div>
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
