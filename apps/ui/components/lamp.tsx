import { Tooltip } from 'antd'
import { day } from '../format.ts'
import { useTexts } from '../i18n/use-texts.ts'

export type LampColor = 'green' | 'yellow' | 'red' | 'grey'

/** The clock of a task: green on time, yellow nearly due, red overdue, grey stopped. */
export function Lamp({ lamp, dueAt }: { lamp: LampColor; dueAt?: string | null }) {
  const { t } = useTexts()
  const word = t(`lamp.${lamp}`)
  return (
    <Tooltip title={dueAt ? `${word} · ${day(dueAt)}` : word}>
      <span className={`lamp lamp-${lamp}`}>
        <span className="lamp-light" aria-hidden />
        {word}
      </span>
    </Tooltip>
  )
}
