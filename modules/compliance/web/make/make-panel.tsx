import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CrsChoice } from '../../../../apps/ui/components/crs-choice.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { UploadDrop } from '../../../../apps/ui/components/upload-drop.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { boxOf, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'

type Props = {
  source: 'drawn' | 'file'
  onSource: (source: 'drawn' | 'file') => void
  rings: Position[][]
  onRemove: (place: number) => void
  handle: MapHandle | null
}
type Filled = { title: string; declaredEpsg?: number; layerName?: string }

const ACCEPTED = '.zip,.geojson,.json,.csv,.gpkg,.kml,.kmz,.dxf,.fgb,.txt'

/** What the project is called, and where its land comes from. A refusal may ask for the layer or the coordinate system. */
export function MakePanel({ source, onSource, rings, onRemove, handle }: Props) {
  const { t } = useTexts()
  const go = useNavigate()
  const make = useCall('compliance.report.make')
  const [file, setFile] = useState<{ digest: string; name: string } | null>(null)
  const asked = useAsked(make.error)
  const landOf = ({ declaredEpsg, layerName }: Omit<Filled, 'title'>) =>
    source === 'drawn'
      ? { source, rings: rings.map((ring) => ring.map(([x, y]) => [x, y])) }
      : { source, fileDigest: file!.digest, fileName: file!.name, declaredEpsg, layerName }
  const send = ({ title, ...more }: Filled) =>
    make.mutate({ title, land: landOf(more) }, { onSuccess: ({ reportId }) => void go(`/compliance/${reportId}`) })
  const hasLand = source === 'drawn' ? rings.length > 0 : file !== null
  return (
    <Form<Filled> className="make-form" layout="vertical" requiredMark={false} onFinish={send}>
      <div className="panel-head">
        <h2 className="panel-title">{t('compliance.new')}</h2>
      </div>
      <div className="panel-body">
        <Form.Item
          name="title"
          label={t('compliance.new.title')}
          rules={[{ required: true, whitespace: true, message: t('compliance.new.title.hint') }]}
        >
          <Input maxLength={100} placeholder={t('compliance.new.title.hint')} />
        </Form.Item>
        <Form.Item label={t('compliance.new.land')}>
          <Radio.Group
            optionType="button"
            value={source}
            onChange={({ target }) => onSource(target.value as 'drawn' | 'file')}
            options={[
              { value: 'drawn', label: t('compliance.new.draw') },
              { value: 'file', label: t('compliance.new.file') },
            ]}
          />
        </Form.Item>
        {source === 'drawn' ? (
          <Rings rings={rings} onRemove={onRemove} handle={handle} />
        ) : (
          <UploadDrop accept={ACCEPTED} hint={t('compliance.new.file.hint')} onStored={setFile} />
        )}
        {source === 'file' && asked.layers.length > 0 && (
          <Form.Item name="layerName" label={t('compliance.new.layer')} rules={[{ required: true }]}>
            <Select options={asked.layers.map((value) => ({ value, label: value }))} />
          </Form.Item>
        )}
        {source === 'file' && asked.forCrs && <CrsChoice />}
        {make.error && <RefusalNotice error={make.error} />}
      </div>
      <div className="panel-foot">
        <Button type="primary" htmlType="submit" disabled={!hasLand} loading={make.isPending}>
          {t('compliance.new.start')}
        </Button>
      </div>
    </Form>
  )
}

function useAsked(error: ReturnType<typeof useCall<'compliance.report.make'>>['error']) {
  const [asked, setAsked] = useState<{ layers: string[]; forCrs: boolean }>({ layers: [], forCrs: false })
  if (error?.code === 'formats.layer.several' && asked.layers.length === 0)
    setAsked({ ...asked, layers: String(error.params.layers).split(', ') })
  if (error?.code === 'formats.crs.unknown' && !asked.forCrs) setAsked({ ...asked, forCrs: true })
  return asked
}

function Rings({ rings, onRemove, handle }: Pick<Props, 'rings' | 'onRemove' | 'handle'>) {
  const { t } = useTexts()
  const look = (ring: Position[]) => {
    const box = boxOf({ type: 'LineString', coordinates: ring.map((at) => [...at]) })
    if (handle && box) handle.fit(box)
  }
  return (
    <>
      <p className="quiet">{t('compliance.new.draw.hint')}</p>
      <ul className="ring-list">
        {rings.map((ring, k) => (
          <li key={ring.join()}>
            <Button type="link" onClick={() => look(ring)}>
              {t('compliance.new.ring', { number: k + 1 })}
            </Button>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('compliance.new.ring.remove', { number: k + 1 })}
              onClick={() => onRemove(k)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
