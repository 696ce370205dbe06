import { Button, Select } from 'antd'
import { useState } from 'react'
import { today } from '../../ui/components/day-calendar.ts'
import { DayInput } from '../../ui/components/day-input.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { instantOf } from '../../ui/map/as-of-picker.tsx'
import type { Imagery, LayerChoice } from '../../ui/map/layer-choice.ts'
import type { LayerInfo } from '../../ui/map/layer-info.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { StatusBar } from '../../ui/map/status-bar.tsx'
import { type Side, SwipeCompare } from '../../ui/map/swipe-compare.tsx'

type Chosen = { imagery: Imagery; day: string }
const IMAGERY: Imagery[] = ['none', 'before', 'after']

/** Two pictures, or two dates, of the same layers. */
export function CompareMaps({
  layers,
  choice,
  onEnd,
}: {
  layers: readonly LayerInfo[]
  choice: LayerChoice
  onEnd: () => void
}) {
  const { t } = useTexts()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [left, setLeft] = useState<Chosen>({ imagery: 'before', day: '' })
  const [right, setRight] = useState<Chosen>({ imagery: 'after', day: '' })
  const sideOf = ({ imagery, day }: Chosen): Side => ({
    name: [t(`map.imagery.${imagery}`), day || t('map.now')].join(' · '),
    choice: { ...choice, imagery },
    ...(day && { asOf: instantOf(day) }),
  })
  return (
    <SwipeCompare layers={layers} left={sideOf(left)} right={sideOf(right)} onReady={setHandle}>
      <div className="map-card map-tools" style={{ gap: 8, padding: '6px 10px' }}>
        <SideChoice name={t('map.compare.left')} chosen={left} onChange={setLeft} />
        <span className="map-tools-gap" />
        <SideChoice name={t('map.compare.right')} chosen={right} onChange={setRight} />
        <Button onClick={onEnd}>{t('map.compare.end')}</Button>
      </div>
      <StatusBar handle={handle} />
    </SwipeCompare>
  )
}

function SideChoice({ name, chosen, onChange }: { name: string; chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const { t } = useTexts()
  return (
    <>
      <strong>{name}</strong>
      <Select
        style={{ width: 90 }}
        aria-label={`${name} ${t('map.compare.imagery')}`}
        value={chosen.imagery}
        onChange={(imagery) => onChange({ ...chosen, imagery })}
        options={IMAGERY.map((value) => ({ value, label: t(`map.imagery.${value}`) }))}
      />
      <DayInput
        label={`${name} ${t('map.compare.date')}`}
        placeholder={t('map.now')}
        max={today()}
        value={chosen.day}
        onChange={(day) => onChange({ ...chosen, day: day ?? '' })}
      />
    </>
  )
}
