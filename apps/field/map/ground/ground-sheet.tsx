import type { ReactNode } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

/** A sheet that comes up from the foot of the map and leaves half of it to be seen. */
export function GroundSheet({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <section className="ground-sheet" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          className="button-plain ground-sheet-close"
          aria-label={t('common.close')}
          onClick={onClose}
        >
          ×
        </button>
      </header>
      <div className="ground-sheet-body">{children}</div>
    </section>
  )
}
