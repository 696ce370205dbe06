import { Form, Select } from 'antd'
import { findSystem, zoneEpsg } from '../../../kernel/formats/crs/systems.ts'
import { useTexts } from '../i18n/use-texts.ts'

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
      const words = t(prefixed ? 'crs.3degree' : 'crs.cm', { zone, meridian })
      return { value: epsg, label: `${words} · EPSG:${epsg}` }
    })
  const degrees = [
    { value: 4490, label: `${t('crs.degrees')} · EPSG:4490` },
    { value: 4326, label: 'WGS 84 · EPSG:4326' },
  ]
  return (
    <Form.Item
      name="declaredEpsg"
      label={t('crs')}
      extra={t('crs.why')}
      rules={[{ required: true, message: t('crs.choose') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('crs.choose')}
        options={[...zones(true), ...zones(false), ...degrees]}
      />
    </Form.Item>
  )
}
