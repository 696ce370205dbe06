import { CloseOutlined } from '@ant-design/icons'
import { Button, Checkbox, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { EmptyState } from '../components/empty-state.tsx'
import { RefusalNotice } from '../components/refusal-notice.tsx'
import { useTexts } from '../i18n/use-texts.ts'
import { useAsk } from '../queries.ts'
import { type FoundFeature, IdentifiedFeature } from './identified-feature.tsx'
import type { LayerInfo } from './layer-info.ts'

type Found = { layer: string; more: boolean; rows: FoundFeature[] }
type Props = {
  /** «x,y», «x,y,x,y» or «x,y;x,y;…» in degrees; null: nothing asked yet */
  place: string | null
  layers: readonly LayerInfo[]
  shown: readonly string[]
  asOf?: string
  onHighlight: (feature: FoundFeature | null) => void
  /** Moves the map to a feature. */
  onLocate: (feature: FoundFeature) => void
  onClose: () => void
}

/** 穿透查询: every layer at one place, one under the other. */
export function IdentifyPanel({ place, layers, shown, asOf, onHighlight, onLocate, onClose }: Props) {
  const { t } = useTexts()
  const [shownOnly, setShownOnly] = useState(false)
  const wanted = shownOnly ? { layers: [...shown] } : {}
  const { data, error, isFetching, refetch } = useAsk<{ found: Found[] }>(
    'onemap.identify',
    { place: place ?? '', ...wanted, ...(asOf && { asOf }) },
    { enabled: place !== null },
  )
  useEffect(() => onHighlight(data?.found[0]?.rows[0] ?? null), [data, onHighlight])
  return (
    <>
      <div className="panel-head">
        <div className="panel-line">
          <h2 className="panel-title">{t('map.identify')}</h2>
          <Button
            className="panel-close"
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('common.close')}
            onClick={onClose}
          />
        </div>
        <Checkbox checked={shownOnly} onChange={(event) => setShownOnly(event.target.checked)}>
          {t('map.identify.shownOnly')}
        </Checkbox>
      </div>
      <div className="panel-body" aria-live="polite">
        {place === null && <EmptyState small title={t('map.identify')} next={t('map.identify.hint')} />}
        {error && <RefusalNotice error={error} onRetry={() => refetch()} />}
        {isFetching && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
        {!isFetching && data?.found.length === 0 && (
          <EmptyState
            small
            title={t('map.identify.nothing')}
            next={t(asOf ? 'map.identify.nothing.then' : 'map.identify.nothing.next')}
          />
        )}
        {!isFetching && data && data.found.length > 1 && (
          <p className="quiet">
            {t('map.identify.through', {
              layers: data.found.length,
              count: data.found.reduce((sum, { rows }) => sum + rows.length, 0),
            })}
          </p>
        )}
        {!isFetching &&
          data?.found.map((found) => (
            <FoundInLayer
              key={found.layer}
              found={found}
              layer={layers.find(({ name }) => name === found.layer)}
              onHighlight={onHighlight}
              onLocate={onLocate}
            />
          ))}
      </div>
    </>
  )
}

type FoundProps = { found: Found; layer: LayerInfo | undefined } & Pick<Props, 'onHighlight' | 'onLocate'>

/** One layer of the result tree: folded to its name and count, or with its features. */
function FoundInLayer({ found, layer, onHighlight, onLocate }: FoundProps) {
  const { t, words } = useTexts()
  if (!layer) return null
  return (
    <details className="identify-group" open>
      <summary className="identify-layer">
        <span
          className="legend-swatch"
          style={{ background: layer.style.fill, borderColor: layer.style.outline.color }}
          aria-hidden
        />
        {words(layer.title)}
        <span className="tag number">{found.rows.length}</span>
        {found.more && <span className="quiet">{t('map.identify.more', { count: found.rows.length })}</span>}
      </summary>
      {found.rows.map((feature, index) => (
        <IdentifiedFeature
          key={feature.id}
          layer={layer}
          feature={feature}
          isOpen={index === 0 && found.rows.length === 1}
          onHighlight={onHighlight}
          onLocate={onLocate}
        />
      ))}
    </details>
  )
}
