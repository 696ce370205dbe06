import './lock.css'
import { type FormEvent, useEffect, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../../ui/problem.ts'
import { Notice } from '../../parts/notice.tsx'
import type { PageProps } from '../../parts/page-props.ts'
import { TopBar } from '../../parts/top-bar.tsx'
import { PIN_FORM } from '../vault/pin.ts'
import { hasPin, lockVault, setPin } from '../vault/vault.ts'
import { PinInput } from './pin-input.tsx'

/** 离线口令: with it what is kept here opens without a network, and only with it. */
export function PinPage({ person, sync }: PageProps) {
  const { t } = useTexts()
  const [isPinned, setPinned] = useState<boolean>()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [fault, setFault] = useState('')
  const [isDone, setDone] = useState(false)
  useEffect(() => void hasPin(person.id).then(setPinned), [person.id])
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const [pin, again] = ['pin', 'again'].map((name) => String(new FormData(form).get(name)))
    const wrong = !PIN_FORM.test(pin!) ? 'field.pin.form' : pin !== again ? 'field.pin.differ' : ''
    setFault(wrong)
    if (wrong) return
    try {
      setProblem(null)
      await setPin(person.id, pin!)
      form.reset()
      setPinned(true)
      setDone(true)
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <>
      <TopBar title={t('field.pin')} back="#/" sync={sync} />
      <main className="list">
        <p>{t('field.pin.why')}</p>
        {problem && <Notice problem={problem} />}
        {isDone && <p role="status">{t('field.pin.done')}</p>}
        <form className="pin-form" onSubmit={save}>
          <PinInput name="pin" label={t(isPinned ? 'field.pin.new' : 'field.pin.choose')} />
          <PinInput name="again" label={t('field.pin.again')} />
          {fault && <p role="alert">{t(fault)}</p>}
          <button type="submit" className="button button-main">
            {t('common.save')}
          </button>
        </form>
        {isPinned && (
          <button type="button" className="button" onClick={() => void lockVault(person.id)}>
            {t('field.lock.now')}
          </button>
        )}
      </main>
    </>
  )
}
