import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../ui/case-view.ts'
import { RefusalNotice } from '../../../ui/components/refusal-notice.tsx'
import { instant } from '../../../ui/format.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useCall } from '../../../ui/queries.ts'
import { useSession } from '../../../ui/session.ts'
import { scopeOf } from '../acts/case-acts.tsx'

type Props = { case: CaseView; extension: CaseView['extensions'][number] }

/** 延期 waiting for an answer: a leader, not who asked, says yes or no. */
export function ExtensionAsked({ case: view, extension }: Props) {
  const { t } = useTexts()
  const { can, person } = useSession()
  const [answer, setAnswer] = useState('')
  const { mutate, isPending, error } = useCall<unknown>('casework.case.decideExtension')
  const { id, by, at, days, reason } = extension
  const mayDecide = by.id !== person?.id && can('casework.case.decideExtension', scopeOf(view))
  const decide = (granted: boolean) => mutate({ id, granted, ...(answer.trim() && { answer }) })
  return (
    <Alert
      type="warning"
      title={t('cases.extension.asked', { name: by.name, at: instant(at), count: days })}
      description={
        <>
          <p>{reason}</p>
          {mayDecide ? (
            <div className="notice-answer">
              <Input
                value={answer}
                aria-label={t('cases.extension.answer')}
                placeholder={t('cases.extension.answer')}
                onChange={(event) => setAnswer(event.target.value)}
              />
              <Button type="primary" loading={isPending} onClick={() => decide(true)}>
                {t('cases.extension.grant')}
              </Button>
              <Button disabled={isPending} onClick={() => decide(false)}>
                {t('cases.extension.refuse')}
              </Button>
            </div>
          ) : (
            <p className="quiet">{t('cases.extension.waits')}</p>
          )}
          <RefusalNotice error={error} />
        </>
      }
    />
  )
}
