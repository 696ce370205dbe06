import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { reachOf } from '../../ui/area-reach.ts'
import { dateOfDay, today } from '../../ui/components/day-calendar.ts'
import { PageSkeleton } from '../../ui/components/page.tsx'
import { RefusalNotice } from '../../ui/components/refusal-notice.tsx'
import { count } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import type { MapHandle } from '../../ui/map/map-handle.ts'
import { useLayers } from '../../ui/map/use-layers.ts'
import { useSession } from '../../ui/session.ts'
import { useAreas } from '../../ui/use-areas.ts'
import { PrintSheet } from './print-sheet.tsx'
import '../../ui/theme/print.css'
import './print.css'

const SCALES = [500, 1000, 2000, 5000, 10_000, 25_000]
/** Millimetres, upright. */
const PAPERS = { A4: [210, 297], A3: [297, 420] } as const
type PaperName = keyof typeof PAPERS

/** 图幅整饰: the one map on paper at an exact scale, with grid, legend and what a sheet must say of itself. */
export default function PrintMapPage() {
  const { t } = useTexts()
  const [params] = useSearchParams()
  const { data, error, refetch } = useLayers()
  const { person } = useSession()
  const area = reachOf(useAreas(), (names) => names)
  const [title, setTitle] = useState<string>()
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const [scale, setScale] = useState(2000)
  const [paper, setPaper] = useState('A4-landscape')
  const [maker, setMaker] = useState(person ? `${person.organisation.name} ${person.name}` : '')
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <PageSkeleton />
  const asked = params.get('asOf')
  const asOf = asked && dateOfDay(asked) ? asked : undefined
  const name = title ?? t('map.print.title.default', { area })
  const papers = Object.keys(PAPERS).flatMap((one) =>
    ['landscape', 'portrait'].map((turn) => ({
      value: `${one}-${turn}`,
      label: t(`map.print.${turn}`, { paper: one }),
    })),
  )
  const [width, height] = sizeOf(paper)
  const go = () => {
    if (!handle || handle.map.loaded()) return print()
    setWaiting(true)
    handle.map.once('idle', () => {
      setWaiting(false)
      print()
    })
  }
  return (
    <div className="print-page">
      <style>{`@page { size: ${width}mm ${height}mm; margin: 0 }`}</style>
      <div className="print-bar">
        <Labelled name={t('map.print.title')}>
          <Input
            value={name}
            maxLength={60}
            style={{ width: 220 }}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Labelled>
        <Labelled name={t('map.print.scale')}>
          <Select
            value={scale}
            style={{ width: 108 }}
            onChange={setScale}
            options={SCALES.map((value) => ({ value, label: `1:${count(value)}` }))}
          />
        </Labelled>
        <Labelled name={t('map.print.paper')}>
          <Select value={paper} style={{ width: 128 }} onChange={setPaper} options={papers} />
        </Labelled>
        <Labelled name={t('map.print.maker')}>
          <Input
            value={maker}
            maxLength={60}
            style={{ width: 200 }}
            onChange={(event) => setMaker(event.target.value)}
          />
        </Labelled>
        <Button type="primary" disabled={!handle} loading={isWaiting} onClick={go}>
          {t('map.print.go')}
        </Button>
        <Link to={asOf ? `/map?asOf=${asOf}` : '/map'}>{t('map.print.back')}</Link>
        <span className="quiet print-hint">{t('map.print.hint')}</span>
      </div>
      <div className="print-desk">
        <PrintSheet
          key={paper}
          layers={data.rows}
          width={width}
          height={height}
          scale={scale}
          title={name}
          maker={maker}
          date={today()}
          asOf={asOf}
          onReady={setHandle}
        />
      </div>
    </div>
  )
}

function sizeOf(paper: string): [width: number, height: number] {
  const [name, turn] = paper.split('-')
  const [short, long] = PAPERS[name as PaperName]
  return turn === 'landscape' ? [long, short] : [short, long]
}

const Labelled = ({ name, children }: { name: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
  <label className="print-field">
    <span className="quiet">{name}</span>
    {children}
  </label>
)
