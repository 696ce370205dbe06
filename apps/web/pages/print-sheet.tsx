import { useEffect, useState } from 'react'
import type { Position } from '../../../kernel/geometry/types.ts'
import { count } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { instantOf } from '../../ui/map/as-of-picker.tsx'
import { inDrawingOrder } from '../../ui/map/layer-choice.ts'
import type { LayerInfo } from '../../ui/map/layer-info.ts'
import { useCodesInView } from '../../ui/map/legend.tsx'
import { MapCanvas } from '../../ui/map/map-canvas.tsx'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { roundBelow, zoomFor } from '../../ui/map/map-scale.ts'
import { type SheetGrid, sheetGrid } from '../../ui/map/sheet-grid.ts'
import { useLayerChoice } from '../../ui/map/use-layer-choice.ts'
import { toDegrees, toMetres, WORKING_EPSG } from '../../ui/map/working-system.ts'
import { SheetFrame } from './sheet-frame.tsx'

type Props = {
  layers: readonly LayerInfo[]
  /** Millimetres of paper. */
  width: number
  height: number
  scale: number
  title: string
  maker: string
  date: string
  asOf: string | undefined
  onReady: (handle: MapHandle | null) => void
}

/** The sheet as it comes out of the printer. */
export function PrintSheet({ layers, width, height, scale, title, maker, date, asOf, onReady }: Props) {
  const { t } = useTexts()
  const [choice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const grid = useGrid(handle, scale)
  useEffect(() => onReady(handle), [handle, onReady])
  return (
    <article className="sheet" style={{ width: `${width}mm`, height: `${height}mm` }}>
      <h1 className="sheet-title">{title}</h1>
      <div className="sheet-map">
        <MapCanvas
          layers={layers}
          choice={choice}
          onReady={setHandle}
          isBare
          isForPrint
          {...(asOf && { asOf: instantOf(asOf) })}
        />
        {grid && <SheetFrame {...grid} />}
        <NorthArrow />
      </div>
      <footer className="sheet-foot">
        <SheetLegend layers={layers} shown={choice.shown} order={choice.order} handle={handle} />
        <div className="sheet-scale">
          <strong>1:{count(scale)}</strong>
          <ScaleBar scale={scale} />
        </div>
        <div className="sheet-notes">
          <p>{t('map.print.system', { epsg: WORKING_EPSG })}</p>
          <p>
            {t('map.print.asOf')} {asOf ?? date} · {t('map.print.date')} {date}
          </p>
          <p>
            {t('map.print.maker')} {maker}
          </p>
        </div>
      </footer>
    </article>
  )
}

type Drawn = { grid: SheetGrid; width: number; height: number }

/** Keeps the map at the scale, whatever its latitude, and the grid where the map is. */
function useGrid(handle: MapHandle | null, scale: number): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useEffect(() => {
    if (!handle) return
    const { map } = handle
    const pixelAt = (metres: Position): Position => {
      const { x, y } = map.project(toDegrees(metres))
      return [x, y]
    }
    const metresAt = (pixel: Position): Position => {
      const { lng, lat } = map.unproject(pixel)
      return toMetres([lng, lat])
    }
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = map.getContainer()
      setDrawn({ grid: sheetGrid({ width, height, scale, metresAt, pixelAt }), width, height })
    }
    const settle = () => {
      const zoom = zoomFor(scale, map.getCenter().lat)
      if (Math.abs(zoom - map.getZoom()) > 1e-6) map.setZoom(zoom)
      draw()
    }
    settle()
    map.on('move', draw)
    map.on('moveend', settle)
    return () => {
      map.off('move', draw)
      map.off('moveend', settle)
    }
  }, [handle, scale])
  return drawn
}

type LegendProps = { layers: readonly LayerInfo[]; shown: string[]; order: string[]; handle: MapHandle | null }

/** Classes in view by colour; layers of one look by their outline. */
function SheetLegend({ layers, shown, order, handle }: LegendProps) {
  const { words } = useTexts()
  const drawn = inDrawingOrder(layers, order).filter(({ name }) => shown.includes(name))
  const seen = useCodesInView(handle, drawn)
  return (
    <div className="sheet-legend">
      {drawn.flatMap(({ name, title, style }) =>
        style.field && style.stops.length > 0
          ? style.stops
              .filter(({ code }) => seen[name]?.includes(code))
              .map(({ code, color, label }) => (
                <Entry key={name + code} fill={color} line={style.outline.color} text={words(label)} />
              ))
          : [<Entry key={name} fill="transparent" line={style.outline.color} text={words(title)} />],
      )}
    </div>
  )
}

const Entry = ({ fill, line, text }: { fill: string; line: string; text: string }) => (
  <span className="sheet-entry">
    <svg width="18" height="11" aria-hidden>
      <rect x="0.75" y="0.75" width="16.5" height="9.5" fill={fill} stroke={line} strokeWidth="1.2" />
    </svg>
    {text}
  </span>
)

/** Four centimetres at most, in four parts. */
function ScaleBar({ scale }: { scale: number }) {
  const metres = roundBelow(scale * 0.04)
  const millimetres = (metres / scale) * 1000
  return (
    <div className="sheet-bar" style={{ width: `${millimetres}mm` }}>
      <div className="sheet-bar-parts">
        {[0, 1, 2, 3].map((part) => (
          <span key={part} />
        ))}
      </div>
      <div className="sheet-bar-numbers number">
        <span>0</span>
        <span>{count(metres)} m</span>
      </div>
    </div>
  )
}

const NorthArrow = () => (
  <svg className="sheet-north" viewBox="0 0 32 52" aria-label="N" role="img">
    <path d="M16 14l9 34-9-7-9 7z" fill="#fff" stroke="#111" strokeWidth="1.2" />
    <path d="M16 14v27l-9 7z" fill="#111" />
    <text
      x="16"
      y="11"
      textAnchor="middle"
      fontSize="12"
      fontWeight="700"
      stroke="#fff"
      strokeWidth="3"
      paintOrder="stroke"
    >
      N
    </text>
  </svg>
)
