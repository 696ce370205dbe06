import { type ReactNode, useState } from 'react'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { placeToDegrees } from '../../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { measureLine } from '../../../ui/map/measure.ts'
import { AreaLine } from '../ground/area-line.tsx'
import type { Act, Drawing, Tool } from './after-act.ts'
import { SNAP_PIXELS, type Snap } from './rules/snap.ts'
import { typedPlace } from './rules/typed-place.ts'

type Props = {
  drawing: Drawing
  act: (act: Act) => void
  /** under the cross hair */
  aim: Snap | null
  /** what the line goes on to: the cross hair, or nothing new after a tap */
  shownAim: Snap | null
  /** one shape only: nothing to merge, no gaps */
  isSingle: boolean
  accuracy: number | null
  done: ReactNode
  /** a point given by its coordinates */
  onTyped: (at: Position) => void
}

const MAKES: Record<Exclude<Tool, 'choose'>, number> = { draw: 3, walk: 3, hole: 3, split: 2 }

/** Everything a thumb needs, at the foot of the map: what is being done, what it measures, the tools. */
export function ToolPanel(props: Props) {
  const { drawing, act } = props
  const { t } = useTexts()
  const { said } = drawing
  return (
    <section className="board-panel" aria-label={t('field.draw.tools')}>
      <Readout {...props} />
      {said && (
        <p
          className={said.isRefusal ? 'board-said board-refused' : 'board-said'}
          role={said.isRefusal ? 'alert' : 'status'}
        >
          {t(said.key, said.params)}
        </p>
      )}
      {drawing.tool === 'choose' ? <Choosing {...props} /> : <LineButtons key={drawing.tool} {...props} act={act} />}
    </section>
  )
}

/** The area of the line on its way, else of the plots taken up, else what to do. */
function Readout({ drawing: { tool, line, history, selected }, shownAim, accuracy }: Props) {
  const { t } = useTexts()
  const { shapes } = history.now
  if (tool === 'split' && line.length > 0)
    return <p className="board-readout">{t('field.draw.length', { length: measureLine(line.map(placeToDegrees)).planar.toFixed(1) })}</p> // biome-ignore format: one row
  const drawn = tool !== 'choose' && shownAim && tool !== 'walk' ? [...line, shownAim.at] : line
  const area = tool === 'choose' ? areaOf(shapes.filter(({ id }) => selected.includes(id)).flatMap(({ geometry }) => geometry)) : ringOf(drawn) // biome-ignore format: one row
  return (
    <p className="board-readout">
      {area ? <AreaLine geometry={area} /> : t(`field.draw.hint.${tool}`, { pixels: SNAP_PIXELS })}
      {tool === 'walk' && (
        <small>
          {accuracy === null ? t('field.place.waiting') : t('field.draw.accuracy', { accuracy: accuracy.toFixed(0) })}
        </small>
      )}
    </p>
  )
}

const areaOf = (geometry: MultiPolygon) => (geometry.length > 0 ? geometry : null)
const ringOf = (line: readonly Position[]): MultiPolygon | null => (line.length > 2 ? [[[...line, line[0]!]]] : null)

function Choosing({ drawing: { history, selected }, act, isSingle, done }: Props) {
  const { t } = useTexts()
  const take = (tool: Tool) => act({ type: 'tool', tool })
  const isFull = isSingle && history.now.shapes.length > 0
  const chosen = selected.length
  return (
    <>
      <div className="board-tools">
        <Button word="draw" isOff={isFull} onClick={() => take('draw')} />
        <Button word="walk" isOff={isFull} onClick={() => take('walk')} />
        {!isSingle && <Button word="split" isOff={history.now.shapes.length === 0} onClick={() => take('split')} />}
        <Button word="hole" isOff={history.now.shapes.length === 0} onClick={() => take('hole')} />
        {!isSingle && <Button word="merge" isOff={chosen < 2} onClick={() => act({ type: 'merge' })} />}
        {!isSingle && (
          <Button word="fillGaps" isOff={history.now.shapes.length === 0} onClick={() => act({ type: 'fillGaps' })} />
        )}
        <Button word="remove" isOff={chosen === 0} onClick={() => act({ type: 'remove' })} />
      </div>
      <div className="board-foot">
        <button
          type="button"
          className="button-small"
          disabled={history.past.length === 0}
          onClick={() => act({ type: 'undo' })}
        >
          {t('field.draw.takeBack')}
        </button>
        <button
          type="button"
          className="button-small"
          disabled={history.future.length === 0}
          onClick={() => act({ type: 'redo' })}
        >
          {t('field.draw.redo')}
        </button>
        {done}
      </div>
    </>
  )
}

function LineButtons({ drawing: { tool, line }, act, aim, onTyped }: Props) {
  const { t } = useTexts()
  const [isTyping, setTyping] = useState(false)
  if (tool === 'choose') return null
  return (
    <>
      {isTyping && <TypedPoint onPlace={onTyped} />}
      <div className="board-tools">
        <Button word="typed" isPressed={isTyping} onClick={() => setTyping(!isTyping)} />
        <Button word="unpoint" isOff={line.length === 0} onClick={() => act({ type: 'unpoint' })} />
        <Button word="cancel" onClick={() => act({ type: 'tool', tool: 'choose' })} />
      </div>
      <div className="board-foot board-foot-two">
        <button
          type="button"
          className="button"
          disabled={!aim || tool === 'walk'}
          onClick={() => aim && act({ type: 'point', at: aim.at })}
        >
          {t(
            aim?.kind === 'corner'
              ? 'field.draw.point.corner'
              : aim?.kind === 'edge'
                ? 'field.draw.point.edge'
                : 'field.draw.point',
          )}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={line.length < MAKES[tool]}
          onClick={() => act({ type: 'finish' })}
        >
          {t('field.draw.finish')}
        </button>
      </div>
    </>
  )
}

function TypedPoint({ onPlace }: { onPlace: (at: Position) => void }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const place = typedPlace(text)
  return (
    <form
      className="board-typed"
      onSubmit={(event) => {
        event.preventDefault()
        if (!place) return
        onPlace(place)
        setText('')
      }}
    >
      <input
        inputMode="text"
        value={text}
        aria-label={t('field.draw.typed')}
        placeholder={t('field.draw.typed.example')}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button-small" disabled={!place}>
        {t('field.draw.typed.add')}
      </button>
    </form>
  )
}

function Button({
  word,
  isOff = false,
  isPressed,
  onClick,
}: {
  word: string
  isOff?: boolean
  isPressed?: boolean
  onClick: () => void
}) {
  const { t } = useTexts()
  return (
    <button type="button" className="board-tool" disabled={isOff} aria-pressed={isPressed} onClick={onClick}>
      {t(`field.draw.tool.${word}`)}
    </button>
  )
}
