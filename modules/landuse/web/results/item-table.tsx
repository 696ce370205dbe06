import { squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { roundHalfUp } from '../../../../kernel/geometry/measures/round-half-up.ts'
import type { PreviewItem, ResultPreview } from '../answers.ts'
import { className, ownershipName } from '../common/class-words.ts'

type Props = { set: ResultPreview; openItem: number | null; onOpen: (ordinal: number) => void }
const KINDS = ['retire', 'create', 'modify'] as const

const areaOf = (state: PreviewItem['before']) => Number(state?.attributes.TBMJ ?? 0)
const sumOf = (items: readonly PreviewItem[], key: 'before' | 'after') =>
  roundHalfUp(
    items.reduce((sum, item) => sum + areaOf(item[key]), 0),
    2,
  )

/** 旧图斑 and 新图斑 with number, class, owner and recorded area; what goes and what comes are equal to the hundredth. */
export function ItemTable({ set, openItem, onOpen }: Props) {
  const { t } = useTexts()
  const { items } = set
  const retired = items.filter(({ kind }) => kind === 'retire')
  const created = items.filter(({ kind }) => kind === 'create')
  const [before, after] = [sumOf(retired, 'before'), sumOf(created, 'after')]
  const difference = roundHalfUp(after - before, 2)
  return (
    <div className="item-table">
      <div className="table-bar">
        <h2 className="table-title">{t('landuse.set.patches')}</h2>
        <span className="tag number">{t('landuse.set.retired.count', { count: retired.length })}</span>
        <span className="tag number">{t('landuse.set.created.count', { count: created.length })}</span>
        <div className="balance number">
          <span>
            {t('landuse.set.sum.before')} {squareMetres(before)} m²
          </span>
          <span>
            {t('landuse.set.sum.after')} {squareMetres(after)} m²
          </span>
          <strong className={difference === 0 ? 'balance-even' : 'balance-off'}>
            {t('landuse.set.difference')} {squareMetres(difference)} m²
          </strong>
        </div>
      </div>
      <div className="item-rows">
        <table className="plain-table item-list">
          <thead>
            <tr>
              <th>{t('landuse.item.kind')}</th>
              <th>{t('landuse.item.number')}</th>
              <th>{t('landuse.item.class')}</th>
              <th>{t('landuse.item.ownership')}</th>
              <th>{t('landuse.item.owner')}</th>
              <th className="right">{t('landuse.item.area')}</th>
              <th className="right">{t('landuse.item.deducted')}</th>
              <th>{t('landuse.item.parents')}</th>
            </tr>
          </thead>
          <tbody>
            {KINDS.flatMap((kind) => items.filter((item) => item.kind === kind)).map((item) => (
              <ItemRow
                key={item.ordinal}
                item={item}
                items={items}
                isOpen={item.ordinal === openItem}
                onOpen={() => onOpen(item.ordinal)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

type RowProps = { item: PreviewItem; items: readonly PreviewItem[]; isOpen: boolean; onOpen: () => void }

function ItemRow({ item, items, isOpen, onOpen }: RowProps) {
  const { t, language } = useTexts()
  const state = item.after ?? item.before
  const attributes = state?.attributes ?? {}
  const text = (name: string) =>
    attributes[name] === null || attributes[name] === undefined ? '—' : String(attributes[name])
  const numberOf = (id: number) => {
    const parent = items.find(({ featureId }) => featureId === id)
    return String(parent?.before?.attributes.TBBH ?? id)
  }
  return (
    <tr className={isOpen ? 'item-open' : ''}>
      <td>
        <span className={`item-kind item-${item.kind}`}>{t(`landuse.item.${item.kind}`)}</span>
      </td>
      <td>
        <button type="button" className="link-button" onClick={onOpen}>
          {text('TBBH')}
        </button>
      </td>
      <td>{className(text('DLBM'), language)}</td>
      <td>{ownershipName(text('QSXZ'), language)}</td>
      <td>{text('QSDWMC')}</td>
      <td className="right number">{squareMetres(areaOf(state))}</td>
      <td className="right number">{squareMetres(Number(attributes.KCMJ ?? 0))}</td>
      <td className="quiet">{item.parents.map(numberOf).join(t('common.comma')) || '—'}</td>
    </tr>
  )
}
