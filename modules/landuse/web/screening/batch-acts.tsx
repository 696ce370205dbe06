import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useSentence } from '../../../../apps/ui/components/use-sentence.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ClueRow } from '../answers.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'
import { AdjustDialog } from './adjust-dialog.tsx'

type Way = 'office' | 'field'

/** What may be done with all chosen clues at once: adjust, confirm, sort to office or field. */
export function BatchActs({ chosen, onDone }: { chosen: ClueRow[]; onDone: () => void }) {
  const { t } = useTexts()
  const { can } = useSession()
  const { message } = App.useApp()
  const { sentenceOf } = useSentence()
  const [isAdjusting, setAdjusting] = useState(false)
  const [way, setWay] = useState<Way | null>(null)
  const confirm = useCall('landuse.clue.confirm')
  const cases = chosen.flatMap(({ caseId }) => (caseId ? [caseId] : []))
  const confirmAll = () =>
    confirm.mutate(
      { clueIds: chosen.map(({ id }) => id) },
      {
        onSuccess: ({ confirmed }) => {
          void message.success(t('landuse.screening.confirmed', { count: confirmed }))
          onDone()
        },
        onError: (error) => void message.error(sentenceOf(error)),
      },
    )
  const sorted = (answer: unknown) => {
    const { sorted: done, refused } = answer as {
      sorted: string[]
      refused: { problem: { code: string; status: number; params?: Record<string, string | number> } }[]
    }
    void message.success(t('landuse.screening.sorted', { count: done.length }))
    const [first] = refused
    if (first) {
      const { code, status, params } = first.problem
      void message.warning(sentenceOf(new ProblemError(code, status, params)))
    }
    onDone()
  }
  const ways = (['office', 'field'] as const).map((key) => ({
    key,
    label: t(`landuse.way.${key}`),
    onClick: () => setWay(key),
  }))
  return (
    <>
      {can('landuse.clue.adjust') && <Button onClick={() => setAdjusting(true)}>{t('landuse.clue.adjust')}</Button>}
      {can('landuse.clue.confirm') && (
        <Button loading={confirm.isPending} onClick={confirmAll}>
          {t('landuse.clue.confirm')}
        </Button>
      )}
      {can('landuse.case.sort') && cases.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: ways }}>
          <Button>{t('landuse.case.sort')}</Button>
        </Dropdown>
      )}
      {isAdjusting && <AdjustDialog clues={chosen} onClose={() => setAdjusting(false)} onDone={onDone} />}
      {way && (
        <ReasonDialog
          verb="landuse.case.sort"
          title={t(`landuse.way.${way}`)}
          ask={t('landuse.screening.sort.ask', { count: cases.length, way: t(`landuse.way.${way}`) })}
          input={{ caseIds: cases, to: way }}
          onClose={() => setWay(null)}
          onDone={sorted}
        />
      )}
    </>
  )
}
