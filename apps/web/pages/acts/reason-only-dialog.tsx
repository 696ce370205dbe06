import { useState } from 'react'
import type { Input } from '../../../ui/api.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { ActDialog } from './act-dialog.tsx'
import { ReasonInput } from './reason-input.tsx'

type Props = {
  /** Names its texts: cases.act.<act> and cases.act.<act>.ask. */
  act: string
  verb: string
  number: string
  /** Everything but the reason; it goes under `name`. */
  input: Input
  name?: 'reason' | 'text' | 'answer' | 'note'
  isDanger?: boolean
  isOptional?: boolean
  onClose: () => void
}

/** Acts that ask for a reason or a word and nothing else. */
export function ReasonOnlyDialog(props: Props) {
  const { act, verb, number, input, name = 'reason', isDanger = false, isOptional = false, onClose } = props
  const { t, has } = useTexts()
  const [text, setText] = useState('')
  const label = has(`cases.act.${act}.label`) ? t(`cases.act.${act}.label`) : t('common.reason')
  return (
    <ActDialog
      verb={verb}
      title={t(`cases.act.${act}.ask`, { number })}
      ok={t(`cases.act.${act}`)}
      input={text.trim() === '' ? input : { ...input, [name]: text }}
      isReady={isOptional || text.trim() !== ''}
      isDanger={isDanger}
      onClose={onClose}
    >
      <ReasonInput isFirst value={text} onChange={setText} label={label} {...(isOptional && { hint: '' })} />
    </ActDialog>
  )
}
