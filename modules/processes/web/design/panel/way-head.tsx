import { ArrowUpOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { type Shape, service } from '../canvas/canvas-types.ts'
import { waysOf } from '../canvas/outcomes.ts'
import { attributesOf, type Editing } from './editing.ts'
import { TextInput } from './property-inputs.tsx'

export const targetOf = ({ target }: Shape): string => target?.businessObject.name || target?.id || ''

type Props = { editing: Editing; way: Shape; place: number }

/** What a way is called in both languages, where it leads, and its place among the others. */
export function WayHead({ editing, way, place }: Props) {
  const { t } = useTexts()
  const { text, set } = attributesOf({ modeler: editing.modeler, element: way })
  return (
    <>
      <div className="way-head">
        <span className="way-to">→ {targetOf(way)}</span>
        {place > 0 && (
          <Tooltip title={t('processes.way.up.hint')}>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label={t('processes.way.up', { to: targetOf(way) })}
              onClick={() => moveUp(editing, place)}
            />
          </Tooltip>
        )}
      </div>
      <div className="way-names">
        <TextInput
          key={`zh ${text('name')}`}
          label={t('processes.way.name', { to: targetOf(way) })}
          placeholder={t('processes.way.unnamed')}
          value={text('name')}
          onChange={(name) => set({ name })}
        />
        <TextInput
          key={`en ${text('yutu:titleEn')}`}
          label={t('processes.way.nameEn', { to: targetOf(way) })}
          placeholder={t('processes.way.unnamedEn')}
          value={text('yutu:titleEn')}
          onChange={(title) => set({ 'yutu:titleEn': title })}
        />
      </div>
    </>
  )
}

/** The order in which conditions are asked and buttons stand is that of the arrows in the file. */
function moveUp({ modeler, element }: Editing, place: number): void {
  const ways = waysOf(element).map(({ businessObject }) => businessObject)
  const [above, moved] = [ways[place - 1]!, ways[place]!]
  const part = moved.$parent!
  const others = part.flowElements!.filter((one) => one !== moved)
  const flowElements = others.toSpliced(others.indexOf(above), 0, moved)
  const modeling = service(modeler, 'modeling')
  modeling.updateModdleProperties(element, part, { flowElements })
}
