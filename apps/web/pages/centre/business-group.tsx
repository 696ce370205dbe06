import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { BusinessCard } from './business-card.tsx'
import type { Card } from './card.ts'
import type { Cards } from './use-cards.ts'

type Props = { name: string; rows: Card[]; cards: Cards; isArranging: boolean }

/** Businesses of one kind, side by side. */
export function BusinessGroup({ name, rows, cards, isArranging }: Props) {
  const { t } = useTexts()
  if (rows.length === 0) return null
  return (
    <section aria-label={t(`centre.group.${name}`)}>
      <h2 className="table-title">{t(`centre.group.${name}`)}</h2>
      <ul className="centre-cards">
        {rows.map((card, k) => (
          <BusinessCard
            key={card.business}
            card={card}
            onStar={() => cards.star(card.business)}
            {...(isArranging && {
              onMove: (by: -1 | 1) => cards.move(rows, card.business, by),
              isFirst: k === 0,
              isLast: k === rows.length - 1,
            })}
          />
        ))}
      </ul>
    </section>
  )
}
