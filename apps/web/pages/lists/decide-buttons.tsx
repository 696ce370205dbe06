import { Button } from 'antd'
import { useState } from 'react'
import type { WorklistItem } from '../../../ui/case-view.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ExtensionDialog } from './extension-dialog.tsx'

/** 延期: granted or not, in a row for one and above the list for all that are ticked. */
export function DecideButtons({ items, inRow, onEnd }: { items: WorklistItem[]; inRow?: true; onEnd?: () => void }) {
  const { t } = useTexts()
  const [granted, setGranted] = useState<boolean | null>(null)
  const button = (yes: boolean) => (
    <Button
      {...(inRow && { size: 'small', type: 'link' })}
      danger={Boolean(inRow) && !yes}
      disabled={items.length === 0}
      onClick={() => setGranted(yes)}
    >
      {t(yes ? 'worklist.grant' : 'worklist.refuse')}
    </Button>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row from opening under the buttons
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span className={inRow ? 'row-acts' : 'bar-acts'} onClick={(event) => event.stopPropagation()}>
      {button(true)}
      {button(false)}
      {granted !== null && (
        <ExtensionDialog items={items} granted={granted} onClose={() => setGranted(null)} onEnd={() => onEnd?.()} />
      )}
    </span>
  )
}
