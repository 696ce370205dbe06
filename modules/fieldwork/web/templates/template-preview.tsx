import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import { type EvidenceTemplate, kindsFor, wantedOf } from '../../templates/template.ts'

/** What the phone will ask of one patch, by land class and corners that turn inward. */
export function TemplatePreview({ template }: { template: EvidenceTemplate }) {
  const { t, words, language } = useTexts()
  const [DLBM, setClass] = useState('0702')
  const [corners, setCorners] = useState(0)
  const options = landuseSurvey3.codes.filter(({ usable }) => usable !== false).map((one) => ({ value: one.code, label: `${one.code} ${one[language]}` })) // biome-ignore format: one line
  const kinds = kindsFor(template, DLBM).map((kind) => ({ kind, wanted: wantedOf(kind, corners) }))
  const { seen, gap } = template.coverage
  return (
    <aside className="card template-preview" aria-label={t('fieldwork.template.preview')}>
      <h3 className="section-title">{t('fieldwork.template.preview')}</h3>
      <Select
        aria-label={t('fieldwork.template.preview.class')}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        value={DLBM}
        options={options}
        onChange={setClass}
      />
      <label className="template-corners" htmlFor="inward-corners">
        {t('fieldwork.template.preview.corners')}
        <InputNumber
          id="inward-corners"
          min={0}
          max={20}
          value={corners}
          onChange={(value) => setCorners(value ?? 0)}
        />
      </label>
      <ul className="preview-phone">
        {kinds.map(({ kind, wanted }) => (
          <li key={kind.code}>
            <strong>{words(kind.title)}</strong>
            <span>
              {wanted > 0
                ? t('fieldwork.template.preview.wanted', { count: wanted })
                : t('fieldwork.template.preview.free')}
            </span>
            {kind.maxDistance !== undefined && !kind.interior && (
              <span className="quiet">{t('fieldwork.template.preview.within', { metres: kind.maxDistance })}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {gap >= 360 && seen === 0
          ? t('fieldwork.template.preview.noCoverage')
          : t('fieldwork.template.preview.coverage', { seen: Math.round(seen * 100), gap })}
      </p>
    </aside>
  )
}
