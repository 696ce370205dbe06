import { Form, Select } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { findSystem, zoneEpsg } from '../../../../kernel/formats/crs/systems.ts'

const ZONES = Array.from({ length: 21 }, (_, index) => 25 + index)
/** Nearest to the county first: zone 36. */
const NEAREST = ZONES.toSorted((a, b) => Math.abs(a - 36) - Math.abs(b - 36))

/** What the sender states, when the file does not and it cannot be told. */
export function CrsChoice() {
  const { t } = useTexts()
  const zones = (prefixed: boolean) =>
    NEAREST.map((zone) => {
      const epsg = zoneEpsg(3, zone, prefixed)!
      const meridian = findSystem(epsg)!.centralMeridian
      const words = t(prefixed ? 'landuse.import.crs.3degree' : 'landuse.import.crs.cm', { zone, meridian })
      return { value: epsg, label: `${words} · EPSG:${epsg}` }
    })
  const degrees = [
    { value: 4490, label: `${t('landuse.import.crs.degrees')} · EPSG:4490` },
    { value: 4326, label: 'WGS 84 · EPSG:4326' },
  ]
  return (
    <Form.Item
      name="declaredEpsg"
      label={t('landuse.import.crs')}
      extra={t('landuse.import.crs.why')}
      rules={[{ required: true, message: t('landuse.import.crs.choose') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('landuse.import.crs.choose')}
        options={[...zones(true), ...zones(false), ...degrees]}
      />
    </Form.Item>
  )
}
