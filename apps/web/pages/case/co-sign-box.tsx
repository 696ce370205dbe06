import type { CaseView } from '../../../ui/case-view.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

type Props = { case: CaseView; step: string }

/** 会签: how many have to agree, who has said what, who is still asked. */
export function CoSignBox({ case: view, step }: Props) {
  const { t, words } = useTexts()
  const titleOf = (outcome: string) => {
    const of = view.process.steps.find(({ id }) => id === step)
    const way = of && 'transitions' in of ? of.transitions.find(({ name }) => name === outcome) : undefined
    return words(way?.title) || outcome
  }
  return view.coSigns
    .filter((one) => one.step === step)
    .map(({ need, of, pass, votes, waiting }) => {
      const agreed = votes.filter(({ outcome }) => outcome === pass).length
      return (
        <section key={step} className="co-sign" aria-label={t('cosign.title')}>
          <strong>{t('cosign.progress', { agreed, need, of })}</strong>
          <ul>
            {votes.map(({ signer, outcome }) => (
              <li key={signer.id} className={outcome === pass ? 'co-sign-yes' : 'co-sign-no'}>
                {signer.name} · {titleOf(outcome)}
              </li>
            ))}
            {waiting.map(({ id, name }) => (
              <li key={id} className="quiet">
                {name} · {t('cosign.waits')}
              </li>
            ))}
          </ul>
        </section>
      )
    })
}
