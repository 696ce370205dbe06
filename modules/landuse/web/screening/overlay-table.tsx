import { Section } from '../../../../apps/ui/components/section.tsx'
import { day, squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { LayerInfo } from '../../../../apps/ui/map/layer-info.ts'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import type { ClueView } from '../answers.ts'
import { className } from '../common/class-words.ts'

type Row = ClueView['overlay'][number]

/** The base map first, then the control lines. */
const ORDER = ['DLTB', 'YJJBNT', 'STBHHX', 'CZKFBJ']
const rank = (layer: string) => (ORDER.includes(layer) ? ORDER.indexOf(layer) : ORDER.length)

/** How much of what, layer by layer; each layer adds up to the clue in both legal areas. */
export function OverlayTable({ clue, layers }: { clue: ClueView; layers: LayerInfo[] }) {
  const { t, words } = useTexts()
  const titleOf = (name: string) => words(layers.find((layer) => layer.name === name)?.title) || name
  const names = [...new Set(clue.overlay.map(({ layer }) => layer))].sort((a, b) => rank(a) - rank(b))
  const isTouched = (name: string) => clue.overlay.some(({ layer, covered }) => layer === name && covered)
  const untouched = names.filter((name) => !isTouched(name))
  if (names.length === 0) return null
  return (
    <Section title={t('landuse.overlay')}>
      {names.filter(isTouched).map((name) => (
        <LayerPart key={name} title={titleOf(name)} rows={clue.overlay.filter(({ layer }) => layer === name)} />
      ))}
      {untouched.length > 0 && (
        <p className="quiet">
          {t('landuse.overlay.untouched', { layers: untouched.map(titleOf).join(t('common.comma')) })}
        </p>
      )}
    </Section>
  )
}

function LayerPart({ title, rows }: { title: string; rows: Row[] }) {
  const { t } = useTexts()
  const wordsOf = useKeyWords()
  const sum = (of: (row: Row) => number) => squareMetres(rows.reduce((total, row) => total + of(row), 0))
  return (
    <table className="plain-table overlay-part">
      <caption>
        {title} <span className="quiet">{t('landuse.overlay.asOf', { day: day(rows[0]?.asOf) })}</span>
      </caption>
      <thead>
        <tr>
          <th>{t('landuse.overlay.what')}</th>
          <th className="right">{t('area.ellipsoidal')} m²</th>
          <th className="right">{t('area.planar')} m²</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their order
          <tr key={index}>
            <td>{row.covered ? wordsOf(row.key) || t('landuse.overlay.inside') : t('landuse.overlay.outside')}</td>
            <td className="right number">{squareMetres(row.ellipsoidal)}</td>
            <td className="right number">{squareMetres(row.planar)}</td>
          </tr>
        ))}
      </tbody>
      {rows.length > 1 && (
        <tfoot>
          <tr>
            <td>{t('landuse.overlay.sum')}</td>
            <td className="right number">{sum(({ ellipsoidal }) => ellipsoidal)}</td>
            <td className="right number">{sum(({ planar }) => planar)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** Class, owner and place in words; units of ownership carry the code of the village, which has a name. */
function useKeyWords(): (key: Row['key']) => string {
  const { language } = useTexts()
  const areaName = useAreaNames()
  const place = (code: string) => {
    const name = areaName(code.slice(0, 12))
    return name === code.slice(0, 12) ? code : name
  }
  return (key) =>
    Object.entries(key)
      .filter((entry): entry is [string, string | number] => entry[1] !== null)
      .map(([field, value]) => (field === 'DLBM' ? className(String(value), language) : place(String(value))))
      .filter((word, index, all) => all.indexOf(word) === index)
      .join(' · ')
}
