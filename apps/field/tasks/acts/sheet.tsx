import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

type Props = { title: string; onClose: () => void; children: ReactNode; actions?: ReactNode }

/** A sheet from the foot of the screen, where the thumb is: keyboard and back key close it, the page behind rests. */
export function Sheet({ title, onClose, children, actions }: Props) {
  const { t } = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onCancel={onClose} onClose={onClose}>
      <header className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="button-plain" onClick={onClose}>
          {t('common.close')}
        </button>
      </header>
      <div className="sheet-body">{children}</div>
      {actions && <footer className="sheet-actions">{actions}</footer>}
    </dialog>
  )
}
