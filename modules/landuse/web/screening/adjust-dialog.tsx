import { App, Radio } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { type Conclusion, conclusions } from '../../schema.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'

type Props = {
  clues: readonly { id: string; number: string; conclusion: Conclusion | null }[]
  onClose: () => void
  onDone?: () => void
}

/** Changes the conclusion of one clue or many, with a reason. */
export function AdjustDialog({ clues, onClose, onDone }: Props) {
  const { t } = useTexts()
  const { message } = App.useApp()
  const held = new Set(clues.map(({ conclusion }) => conclusion))
  const [conclusion, setConclusion] = useState<Conclusion>(held.has('lawful') ? 'suspect' : 'lawful')
  const ask =
    clues.length === 1
      ? t('landuse.adjust.ask', { number: clues[0]!.number })
      : t('landuse.adjust.askMany', { count: clues.length })
  return (
    <ReasonDialog
      verb="landuse.clue.adjust"
      title={t('landuse.clue.adjust')}
      ask={ask}
      input={{ clueIds: clues.map(({ id }) => id), conclusion }}
      onClose={onClose}
      onDone={() => {
        void message.success(t('landuse.adjust.done', { count: clues.length }))
        onDone?.()
      }}
    >
      <Radio.Group
        className="dialog-choice"
        value={conclusion}
        onChange={(event) => setConclusion(event.target.value as Conclusion)}
        options={conclusions.map((value) => ({ value, label: t(`landuse.conclusion.${value}`) }))}
      />
    </ReasonDialog>
  )
}
