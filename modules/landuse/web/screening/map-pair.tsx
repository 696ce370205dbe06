import { Radio } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { LayerTree } from '../../../../apps/ui/map/layer-tree.tsx'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import type { Overlay } from '../../../../apps/ui/map/overlay.ts'
import { StatusBar } from '../../../../apps/ui/map/status-bar.tsx'
import { type Side, SwipeCompare } from '../../../../apps/ui/map/swipe-compare.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import { SideBySide } from '../common/side-by-side.tsx'

type Props = { layers: LayerInfo[]; overlays: readonly Overlay[]; onReady: (handle: MapHandle | null) => void }
const KEPT_UNDER = 'yutu.mapPair'

/** Imagery before and after of the same place, with the same layers and outlines: swiped, or one beside the other. */
export function MapPair({ layers, overlays, onReady }: Props) {
  const { t } = useTexts()
  const [choice, setChoice] = useLayerChoice()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [isSwiped, setSwiped] = useState(() => localStorage.getItem(KEPT_UNDER) !== 'beside')
  const arrange = (swiped: boolean) => {
    localStorage.setItem(KEPT_UNDER, swiped ? 'swipe' : 'beside')
    setSwiped(swiped)
  }
  const side = (imagery: 'before' | 'after'): Side => ({
    name: t(`landuse.imagery.${imagery}`),
    choice: { ...choice, imagery },
    overlays,
  })
  const ready = (next: MapHandle | null) => {
    setHandle(next)
    onReady(next)
  }
  const Pair = isSwiped ? SwipeCompare : SideBySide
  return (
    <Pair layers={layers} left={side('before')} right={side('after')} onReady={ready}>
      <div className="map-card map-arrange">
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={t('landuse.screening.arrange')}
          value={isSwiped}
          onChange={(event) => arrange(event.target.value as boolean)}
          options={[
            { value: true, label: t('landuse.screening.swipe') },
            { value: false, label: t('landuse.screening.beside') },
          ]}
        />
      </div>
      <LayerTree layers={layers} choice={choice} onChange={setChoice} handle={handle} isFolded withoutImagery />
      <StatusBar handle={handle} />
    </Pair>
  )
}
