import type { Box } from '../../../../kernel/geometry/types.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { LayerChoice } from '../../../ui/map/layer-choice.ts'
import type { MapHandle } from '../../../ui/map/map-handle.ts'
import type { Place } from '../../device/use-place.ts'

type Props = {
  handle: MapHandle
  place: Place | null
  choice: LayerChoice
  onChoice: (choice: LayerChoice) => void
  home: Box | null
}

const NEXT = { none: 'after', after: 'before', before: 'none' } as const

/** At the thumb's side: nearer, farther, where I am, back to what this is about, the other picture. */
export function MapButtons({ handle, place, choice, onChoice, home }: Props) {
  const { t } = useTexts()
  return (
    <div className="field-buttons">
      <button type="button" aria-label={t('map.zoomIn')} onClick={() => handle.map.zoomIn()}>
        +
      </button>
      <button type="button" aria-label={t('map.zoomOut')} onClick={() => handle.map.zoomOut()}>
        −
      </button>
      <button
        type="button"
        aria-label={t('field.me')}
        disabled={!place}
        onClick={() => place && handle.map.easeTo({ center: place.position, zoom: Math.max(17, handle.map.getZoom()) })}
      >
        ◎
      </button>
      {home && (
        <button type="button" aria-label={t('field.range')} onClick={() => handle.fit(home, 18)}>
          ▣
        </button>
      )}
      <button
        type="button"
        className="field-buttons-word"
        aria-label={t('map.imagery')}
        onClick={() => onChoice({ ...choice, imagery: NEXT[choice.imagery] })}
      >
        {t(`field.imagery.${choice.imagery}`)}
      </button>
    </div>
  )
}
