import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { areaToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import { mu, squareMetres } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useBusy } from '../../parts/use-busy.ts'
import { areaOf } from '../work/grounds.ts'
import type { Begun } from './begin-discovery.ts'
import type { DiscoveryDraft } from './use-discovery-draft.ts'
import type { DiscoveryTemplate } from './use-templates.ts'

type Props = {
  templates: readonly DiscoveryTemplate[]
  draft: DiscoveryDraft
  onChange: (draft: DiscoveryDraft) => void
  onRedraw: () => void
  onBegin: (begun: Begun) => Promise<void>
}

/** 业务归口 and 现场描述 of what was drawn. */
export function DiscoverForm({ templates, draft, onChange, onRedraw, onBegin }: Props) {
  const { t, words } = useTexts()
  const { shape, title, description } = draft
  const business = draft.business || (templates[0]?.business ?? '')
  const change = (typed: Partial<DiscoveryDraft>) => onChange({ ...draft, ...typed })
  const [west, south, east, north] = boundingBox(shape)
  const [isBusy, run] = useBusy()
  const template = templates.find((one) => one.business === business)
  const area = areaOf({ plane: areaToPlane(shape) })
  const begin = () =>
    onBegin({ template: template!, title: title.trim(), description: description.trim(), geometry: shape })
  return (
    <section>
      <p className="drawn">
        <span>{`${t('field.patch.area')} ${squareMetres(area)} m²（${mu(area)} ${t('field.unit.mu')}）`}</span>
        <button type="button" className="button-small" onClick={onRedraw}>
          {t('field.discover.redraw')}
        </button>
      </p>
      <p className="quiet">
        {t('field.centre')} {((west + east) / 2).toFixed(6)}°E {((south + north) / 2).toFixed(6)}°N
      </p>
      <fieldset className="businesses">
        <legend>{t('field.discover.business')}</legend>
        {templates.map((one) => (
          <label key={one.business} className="business">
            <input
              type="radio"
              name="business"
              checked={one.business === business}
              onChange={() => change({ business: one.business })}
            />
            <span>
              {words(one.title)}
              <span className="quiet">{kindsText(one, words, t)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        {t('field.discover.title')}
        <input maxLength={200} value={title} onChange={({ target }) => change({ title: target.value })} />
      </label>
      <label className="field">
        {t('field.discover.description')}
        <textarea
          rows={4}
          maxLength={2000}
          value={description}
          onChange={({ target }) => change({ description: target.value })}
        />
      </label>
      <button
        type="button"
        className="button button-main wide"
        disabled={isBusy || !template || title.trim() === ''}
        onClick={() => run(begin)}
      >
        {t('field.discover.begin')}
      </button>
      <p className="quiet">{t('field.discover.begin.what')}</p>
    </section>
  )
}

/** «远景≥3 近景≥3» */
const kindsText = (
  { template }: DiscoveryTemplate,
  words: (title: { zh: string; en: string }) => string,
  t: (key: string) => string,
) =>
  `${t('field.photo')}：${template.kinds
    .filter(({ min }) => min > 0)
    .map(({ title, min }) => `${words(title)}≥${min}`)
    .join(' ')}`
