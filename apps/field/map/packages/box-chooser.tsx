import '../drawing/drawing.css'
import { useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../../ui/map/map-handle.ts'
import { usePlace } from '../../device/use-place.ts'
import { FieldMap } from '../canvas/field-map.tsx'
import { MapButtons } from '../canvas/map-buttons.tsx'
import { useFieldChoice } from '../canvas/use-field-choice.ts'
import { useFieldLayers } from '../canvas/use-field-layers.ts'
import { usePackages } from '../canvas/use-packages.ts'

/** Pixels from the map's edge to the frame; the buttons at the right stay outside. */
const MARGIN = { left: 20, right: 72, top: 20, bottom: 20 }

/** 框选范围: the map is moved under a frame until it holds what is wanted: that takes one thumb. */
export function BoxChooser({
  person,
  onBox,
  onCancel,
}: {
  person: string
  onBox: (box: string) => void
  onCancel: () => void
}) {
  const { t } = useTexts()
  const { kept, edition } = usePackages(person)
  const layers = useFieldLayers(person, kept)
  const [choice, setChoice] = useFieldChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const { place } = usePlace()
  const take = () => {
    const { map } = handle!
    const { clientWidth, clientHeight } = map.getContainer()
    const { lng: west, lat: north } = map.unproject([MARGIN.left, MARGIN.top])
    const { lng: east, lat: south } = map.unproject([clientWidth - MARGIN.right, clientHeight - MARGIN.bottom])
    onBox([west, south, east, north].map((side) => side.toFixed(6)).join())
  }
  return (
    <div className="board">
      <header className="board-head">
        <button type="button" className="top-back" aria-label={t('common.back')} onClick={onCancel}>
          ‹
        </button>
        <h1>{t('field.packages.kind.box')}</h1>
      </header>
      <div className="board-map">
        <FieldMap {...{ layers, choice, edition }} onReady={setHandle}>
          <span className="box-frame" style={MARGIN} aria-hidden />
          {handle && <MapButtons {...{ handle, place, choice }} onChoice={setChoice} home={null} />}
        </FieldMap>
      </div>
      <section className="board-panel">
        <p>{t('field.packages.box.hint')}</p>
        <button type="button" className="button button-main" disabled={!handle} onClick={take}>
          {t('field.packages.box.take')}
        </button>
      </section>
    </div>
  )
}
