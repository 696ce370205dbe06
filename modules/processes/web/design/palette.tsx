import type Modeler from 'bpmn-js/lib/Modeler'
import type { MouseEvent } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { service } from './canvas/canvas-types.ts'
import { type Drawable, drawables } from './canvas/drawable.ts'

/** What can be drawn: dragged onto the sheet, or, by press or Enter, put behind the selected element. */
export function Palette({ modeler }: { modeler: Modeler }) {
  const { t } = useTexts()
  return (
    <div className="draw-palette" role="toolbar" aria-label={t('processes.palette')} aria-orientation="vertical">
      {drawables.map((one) => (
        <button
          key={one.name}
          type="button"
          className="draw-button"
          title={t(`processes.draw.${one.name}.hint`)}
          draggable
          onDragStart={(event) => drag(modeler, one, event)}
          onClick={() => place(modeler, one)}
        >
          <i className={one.icon} aria-hidden />
          <span>{t(`processes.draw.${one.name}`)}</span>
        </button>
      ))}
      <hr />
      <Tool name="connect" icon="connection-multi" start={(event) => service(modeler, 'globalConnect').start(event)} />
      <Tool name="lasso" icon="lasso-tool" start={(event) => service(modeler, 'lassoTool').activateSelection(event)} />
      <Tool name="space" icon="space-tool" start={(event) => service(modeler, 'spaceTool').activateSelection(event)} />
    </div>
  )
}

type ToolProps = { name: string; icon: string; start: (event: unknown) => void }

function Tool({ name, icon, start }: ToolProps) {
  const { t } = useTexts()
  return (
    <button
      type="button"
      className="draw-button"
      title={t(`processes.tool.${name}.hint`)}
      onClick={({ nativeEvent }) => start(nativeEvent)}
    >
      <i className={`bpmn-icon-${icon}`} aria-hidden />
      <span>{t(`processes.tool.${name}`)}</span>
    </button>
  )
}

function drag(modeler: Modeler, { shape }: Drawable, event: MouseEvent): void {
  event.preventDefault()
  service(modeler, 'create').start(event.nativeEvent, service(modeler, 'elementFactory').createShape(shape))
}

/** Behind what is selected; where nothing can follow, in the middle of what is seen. */
function place(modeler: Modeler, { shape }: Drawable): void {
  const made = service(modeler, 'elementFactory').createShape(shape)
  const [selected] = service(modeler, 'selection').get()
  const source = selected?.labelTarget ?? selected
  if (source && canBeFollowed(source.type)) {
    service(modeler, 'autoPlace').append(source, made)
    return
  }
  const { x, y, width, height } = service(modeler, 'canvas').viewbox()
  const root = service(modeler, 'canvas').getRootElement()
  const put = service(modeler, 'modeling').createShape(
    made as unknown as Record<string, unknown>,
    { x: Math.round(x + width / 2), y: Math.round(y + height / 2) },
    root,
  )
  service(modeler, 'selection').select(put)
}

const canBeFollowed = (type: string): boolean =>
  type.endsWith('Task') ||
  type.endsWith('Gateway') ||
  /(Start|Catch|Throw|Boundary)Event$/.test(type) ||
  type === 'bpmn:CallActivity' ||
  type === 'bpmn:SubProcess'
