import { HomeOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { useTexts } from '../i18n/use-texts.ts'
import { boxOfLayers, type LayerInfo } from './layer-info.ts'
import type { MapHandle } from './map-handle.ts'

export function ZoomButtons({ handle, layers }: { handle: MapHandle; layers: readonly LayerInfo[] }) {
  const { t } = useTexts()
  const { map, fit } = handle
  const home = () => {
    const box = boxOfLayers(layers)
    if (box) fit(box)
  }
  return (
    <div className="map-zoom map-card">
      <button type="button" aria-label={t('map.zoomIn')} title={t('map.zoomIn')} onClick={() => map.zoomIn()}>
        <PlusOutlined />
      </button>
      <button type="button" aria-label={t('map.zoomOut')} title={t('map.zoomOut')} onClick={() => map.zoomOut()}>
        <MinusOutlined />
      </button>
      <button type="button" aria-label={t('map.home')} title={t('map.home')} onClick={home}>
        <HomeOutlined />
      </button>
    </div>
  )
}
