import { Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { collection, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import type { Overlay } from '../../../../apps/ui/map/overlay.ts'
import { StatusBar } from '../../../../apps/ui/map/status-bar.tsx'
import { type Side, SwipeCompare } from '../../../../apps/ui/map/swipe-compare.tsx'
import { useLayerChoice } from '../../../../apps/ui/map/use-layer-choice.ts'
import type { PreviewItem, ResultPreview } from '../answers.ts'
import { className, type Language } from '../common/class-words.ts'
import { SideBySide } from '../common/side-by-side.tsx'

type Props = {
  set: ResultPreview
  layers: LayerInfo[]
  openItem: number | null
  onReady: (handle: MapHandle | null) => void
}

/** The base map before and after the set: while it is a draft, drawn over the pictures; once applied, by the layer itself. */
export function BeforeAfter({ set, layers, openItem, onReady }: Props) {
  const { t, language } = useTexts()
  const [choice] = useLayerChoice()
  const [isSwiped, setSwiped] = useState(false)
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const sides = useMemo(() => overlaysOf(set, openItem, language), [set, openItem, language])
  const drafted = choice.shown.filter((name) => name !== 'DLTB')
  const applied = set.appliedAt !== null
  const shown = applied ? [...new Set([...choice.shown, 'DLTB'])] : drafted
  const imagery = (which: 'before' | 'after') => (applied ? 'none' : which)
  const left: Side = {
    name: t('landuse.set.before'),
    choice: { ...choice, shown, imagery: imagery('before') },
    overlays: sides.before,
    ...(set.appliedAt && { asOf: new Date(Date.parse(set.appliedAt) - 1).toISOString() }),
  }
  const right: Side = {
    name: t('landuse.set.after'),
    choice: { ...choice, shown, imagery: imagery('after') },
    overlays: sides.after,
    ...(set.appliedAt && { asOf: set.appliedAt }),
  }
  const ready = (next: MapHandle | null) => {
    setHandle(next)
    onReady(next)
  }
  const Pair = isSwiped ? SwipeCompare : SideBySide
  return (
    <Pair layers={layers} left={left} right={right} onReady={ready}>
      <div className="map-card map-arrange">
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={t('landuse.screening.arrange')}
          value={isSwiped}
          onChange={(event) => setSwiped(event.target.value as boolean)}
          options={[
            { value: false, label: t('landuse.screening.beside') },
            { value: true, label: t('landuse.screening.swipe') },
          ]}
        />
      </div>
      <StatusBar handle={handle} />
    </Pair>
  )
}

function overlaysOf({ items, appliedAt }: ResultPreview, openItem: number | null, language: Language) {
  const side = (
    key: 'before' | 'after',
    id: string,
    of: (item: PreviewItem) => boolean,
    tone: Overlay['tone'],
  ): Overlay => ({
    id,
    tone,
    data: collection(
      items.flatMap((item) => {
        const state = item[key]
        if (!state || !of(item)) return []
        const label =
          `${state.attributes.TBBH ?? ''} ${className(String(state.attributes.DLBM ?? ''), language)}`.trim()
        const geometry = { type: 'MultiPolygon' as const, coordinates: state.geometry }
        // Once applied, the layer below carries its own numbers.
        return [appliedAt === null ? { geometry, label } : { geometry }]
      }),
    ),
  })
  const isOpen = ({ ordinal }: PreviewItem) => ordinal === openItem
  const rest = (item: PreviewItem) => !isOpen(item) && item.kind !== 'modify'
  const touched = (item: PreviewItem) => !isOpen(item) && item.kind === 'modify'
  return {
    before: [
      side('before', 'touched', touched, 'before'),
      side('before', 'retired', rest, 'range'),
      side('before', 'open', isOpen, 'selection'),
    ],
    after: [
      side('after', 'touched', touched, 'before'),
      side('after', 'created', rest, 'after'),
      side('after', 'open', isOpen, 'selection'),
    ],
  }
}
