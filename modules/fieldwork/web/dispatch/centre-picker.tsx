import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { MapCanvas } from '../../../../apps/ui/map/map-canvas.tsx'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { MapMarker } from '../../../../apps/ui/map/map-marker.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import { useLayers } from '../../../../apps/ui/map/use-layers.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'
import type { Worker } from './answers.ts'

/** By person; null or none: from where their tasks lie. */
export type Centres = Record<string, Position | null>
type Props = { people: readonly Worker[]; centres: Centres; onChange: (centres: Centres) => void }

/** 作业中心: where each person of a rule sets out from, pressed on the map: a station, a village, their home. */
export function CentrePicker({ people, centres, onChange }: Props) {
  const { t } = useTexts()
  const layers = useLayers()
  const [choice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [asked, setAsked] = useState('')
  const active = people.find(({ id }) => id === asked) ?? people[0]
  if (!active) return <p className="quiet">{t('fieldwork.dispatch.centre.people')}</p>
  const set = (id: string, centre: Position | null) => onChange({ ...centres, [id]: centre })
  return (
    <div className="centres">
      <ul>
        {people.map(({ id, name }) => (
          <li key={id}>
            <Radio checked={id === active.id} onChange={() => setAsked(id)}>
              {name}
            </Radio>
            <span className="quiet number">{placeOf(centres[id]) ?? t('fieldwork.dispatch.centre.byTasks')}</span>
            {centres[id] && (
              <Button type="text" size="small" onClick={() => set(id, null)}>
                {t('fieldwork.dispatch.centre.clear')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('fieldwork.dispatch.centre.how', { name: active.name })}</p>
      <div className="centres-map">
        {layers.data && (
          <MapCanvas
            layers={layers.data.rows}
            choice={choice}
            onReady={setHandle}
            onClick={([x, y]) => set(active.id, [Number(x.toFixed(6)), Number(y.toFixed(6))])}
          >
            {handle && people.map(({ id, name }) => <Centre key={id} handle={handle} name={name} at={centres[id]} />)}
          </MapCanvas>
        )}
      </div>
    </div>
  )
}

function Centre({ handle, name, at }: { handle: MapHandle; name: string; at: Position | null | undefined }) {
  if (!at) return null
  return (
    <MapMarker handle={handle} at={at}>
      <span className="centre">{name}</span>
    </MapMarker>
  )
}

const placeOf = (centre: Position | null | undefined): string | null =>
  centre ? `${centre[0].toFixed(5)}°E ${centre[1].toFixed(5)}°N` : null
