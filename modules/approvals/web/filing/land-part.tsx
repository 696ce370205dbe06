import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input, Radio } from 'antd'
import { CrsChoice } from '../../../../apps/ui/components/crs-choice.tsx'
import { UploadDrop } from '../../../../apps/ui/components/upload-drop.tsx'
import { hectares } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { boxOf, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { measureArea } from '../../../../apps/ui/map/measure.ts'
import { asProblem } from '../../../../apps/ui/problem.ts'
import type { Position } from '../../../../kernel/geometry/types.ts'
import type { Filed, LandFile } from './filed.ts'

const ACCEPTED = '.zip,.geojson,.json,.csv,.gpkg,.kml,.kmz,.dxf,.fgb,.txt'

type Props = { filed: Filed; onChange: (part: Partial<Filed>) => void; handle: MapHandle | null; error: unknown }

/** 用地范围: drawn on the map, or in a file; a refusal may ask for its coordinate system or layer. */
export function LandPart({ filed, onChange, handle, error }: Props) {
  const { t } = useTexts()
  return (
    <>
      <Radio.Group
        optionType="button"
        value={filed.landFrom}
        onChange={({ target }) => onChange({ landFrom: target.value as Filed['landFrom'] })}
        options={[
          { value: 'drawn', label: t('approvals.land.draw') },
          { value: 'file', label: t('approvals.land.file') },
        ]}
      />
      {filed.landFrom === 'drawn' ? (
        <>
          <Rings rings={filed.rings} onChange={onChange} handle={handle} />
          <DrawnArea filed={filed} onChange={onChange} />
        </>
      ) : (
        <FromFile file={filed.landFile} onChange={(landFile) => onChange({ landFile })} error={error} />
      )}
    </>
  )
}

/** Surveyors round; an applicant whose numbers are further off than this has drawn or written something else. */
const TOLERANCE = 0.05

/** What was drawn against what the form says; one press takes the drawn area over. */
function DrawnArea({ filed, onChange }: Pick<Props, 'filed' | 'onChange'>) {
  const { t } = useTexts()
  if (filed.rings.length === 0) return null
  const area = filed.rings.reduce((sum, ring) => sum + measureArea(ring).ellipsoidal, 0)
  const stated = filed.data.landArea
  const drawn = Math.round(area) / 10_000
  const differs = typeof stated === 'number' && Math.abs(stated - drawn) > drawn * TOLERANCE
  return (
    <div className="drawn-area">
      <span>{t('approvals.land.area', { area: hectares(area) })}</span>
      {differs && (
        <>
          <span className="form-issue">{t('approvals.land.differs', { stated: stated.toFixed(4) })}</span>
          <Button size="small" onClick={() => onChange({ data: { ...filed.data, landArea: drawn } })}>
            {t('approvals.land.take')}
          </Button>
        </>
      )}
    </div>
  )
}

function Rings({ rings, onChange, handle }: Pick<Props, 'onChange' | 'handle'> & { rings: Position[][] }) {
  const { t } = useTexts()
  const look = (ring: Position[]) => {
    const box = boxOf({ type: 'LineString', coordinates: ring.map((at) => [...at]) })
    if (handle && box) handle.fit(box)
  }
  return (
    <>
      <p className="quiet">{t('approvals.land.draw.hint')}</p>
      <ul className="land-rings">
        {rings.map((ring, k) => (
          <li key={ring.join()}>
            <Button type="link" onClick={() => look(ring)}>
              {t('approvals.land.ring', { number: k + 1 })}
            </Button>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('approvals.land.ring.remove', { number: k + 1 })}
              onClick={() => onChange({ rings: rings.filter((_, other) => other !== k) })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function FromFile({
  file,
  onChange,
  error,
}: {
  file: LandFile | null
  onChange: (file: LandFile) => void
  error: unknown
}) {
  const { t } = useTexts()
  const code = error ? asProblem(error).code : undefined
  const asksCrs = code === 'formats.crs.unknown' || file?.declaredEpsg !== undefined
  const asksLayer = code === 'formats.layer.several' || file?.layerName !== undefined
  return (
    <Form<Omit<LandFile, 'digest' | 'name'>>
      layout="vertical"
      initialValues={file ?? {}}
      onValuesChange={(_, how) => file && onChange({ ...file, ...how })}
    >
      {file && <p className="land-file">{t('approvals.land.stored', { name: file.name })}</p>}
      <UploadDrop
        accept={ACCEPTED}
        hint={t('approvals.land.file.hint')}
        onStored={({ digest, name }) => onChange({ digest, name })}
      />
      {asksCrs && <CrsChoice />}
      {asksLayer && (
        <Form.Item name="layerName" label={t('approvals.land.layer')}>
          <Input />
        </Form.Item>
      )}
    </Form>
  )
}
