import { AimOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { codeIn } from '../../../kernel/layers/codes/code-table.ts'
import { codeTables } from '../../../kernel/layers/codes/tables.ts'
import type { AnswerOf } from '../api-types.ts'
import { AreaText } from '../components/area-text.tsx'
import { Facts } from '../components/section.tsx'
import type { Language } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { fieldText, headOf } from './attribute-text.ts'
import { BoundaryTable } from './boundary-table.tsx'
import { FeatureHistory } from './feature-history.tsx'
import type { LayerInfo } from './layer-info.ts'

export type FoundFeature = AnswerOf<'onemap.features'>['rows'][number]
type Props = {
  layer: LayerInfo
  feature: FoundFeature
  isOpen: boolean
  onHighlight: (feature: FoundFeature) => void
  onLocate: (feature: FoundFeature) => void
}

/** One feature: its number and class on one line, all its fields and its past below. */
export function IdentifiedFeature({ layer, feature, isOpen: isOpenAtFirst, onHighlight, onLocate }: Props) {
  const { t, words, language } = useTexts()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const [withHistory, setWithHistory] = useState(false)
  const [withCorners, setWithCorners] = useState(false)
  const { attributes } = feature
  const className = layer.style.stops.find(({ code }) => code === attributes[layer.style.field ?? ''])?.label
  const area = layer.areaField ? attributes[layer.areaField] : undefined
  const toggle = () => {
    setOpen(!isOpen)
    onHighlight(feature)
  }
  return (
    <div className="identify-feature">
      <button
        type="button"
        className="identify-head"
        aria-expanded={isOpen}
        onClick={toggle}
        onFocus={() => onHighlight(feature)}
      >
        <strong>{headOf(layer, attributes) ?? `#${feature.id}`}</strong>
        <span>{words(className)}</span>
        {typeof area === 'number' && <AreaText area={area} method={layer.areaMethod} />}
      </button>
      {isOpen && (
        <div className="identify-facts">
          <Facts rows={filledFields(layer, attributes, language, t)} />
          <Button
            size="small"
            type="link"
            icon={<AimOutlined />}
            style={{ padding: 0, marginRight: 16 }}
            onClick={() => onLocate(feature)}
          >
            {t('map.identify.locate')}
          </Button>
          <Button
            size="small"
            type="link"
            style={{ padding: 0 }}
            aria-expanded={withHistory}
            onClick={() => setWithHistory(!withHistory)}
          >
            {t('map.identify.history')}
          </Button>
          {layer.style.corners && (
            <Button
              size="small"
              type="link"
              style={{ padding: 0, marginLeft: 16 }}
              aria-expanded={withCorners}
              onClick={() => setWithCorners(!withCorners)}
            >
              {t('map.boundary')}
            </Button>
          )}
          {withCorners && <BoundaryTable geometry={feature.geometry.coordinates} />}
          {withHistory && <FeatureHistory layer={layer.name} id={feature.id} />}
        </div>
      )}
    </div>
  )
}

/** Fields with a value, in the standard's order; a code with what it means in its table. */
function filledFields(
  layer: LayerInfo,
  attributes: FoundFeature['attributes'],
  language: Language,
  t: (key: string) => string,
) {
  return layer.fields.flatMap((field) => {
    const { name, alias, codeTable } = field
    const value = attributes[name]
    const text = fieldText(field, value)
    const meaning = codeTable
      ? codeIn(codeTables[codeTable], String(value))?.[language]
      : drawnAs(layer, name, value, language)
    return value === null || value === undefined || value === ''
      ? []
      : [
          [
            alias,
            <span key={name} title={name}>
              {text}
              {name === layer.areaField && <span className="quiet"> {t(`area.${layer.areaMethod}`)}</span>}
              {meaning && <span className="quiet"> {meaning}</span>}
            </span>,
          ] as const,
        ]
  })
}

/** The field by which the map is coloured says in words what its colour means. */
const drawnAs = ({ style }: LayerInfo, name: string, value: unknown, language: Language): string | undefined =>
  name === style.field ? style.stops.find(({ code }) => code === String(value))?.label[language] : undefined
