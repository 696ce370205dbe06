import { Radio } from 'antd'
import type { TaskView } from '../../../ui/case-view.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'

/** Where to, and what becomes of parallel branches. */
export type Target = { to: 'previous' | 'starter' | { step: string }; scope: 'branch' | 'all' }
type Props = { value: Target; onChange: (target: Target) => void; steps: TaskView['returnTo']; hasBranches?: boolean }

/** The step before, the first one, or any passed on the way here. */
export function ReturnTarget({ value, onChange, steps, hasBranches = false }: Props) {
  const { t, words } = useTexts()
  const named = steps.map(({ step, title }) => ({ value: step, label: words(title) }))
  const general = (['previous', 'starter'] as const).map((one) => ({ value: one, label: t(`cases.act.return.${one}`) }))
  // With one step behind there is nothing to choose.
  const options = named.length > 0 ? named : general
  const chosen = typeof value.to === 'object' ? value.to.step : value.to
  const choose = (to: string) => onChange({ ...value, to: to === 'previous' || to === 'starter' ? to : { step: to } })
  return (
    <div className="form-row">
      <div className="form-title">{t('cases.act.return.to')}</div>
      <Radio.Group
        vertical={named.length > 2}
        value={chosen === 'previous' && named[0] ? named[0].value : chosen}
        onChange={(event) => choose(event.target.value as string)}
        options={options}
      />
      {hasBranches && (
        <div className="return-scope">
          <div className="form-title">{t('acts.return.branches')}</div>
          <Radio.Group
            vertical
            value={value.scope}
            onChange={(event) => onChange({ ...value, scope: event.target.value as Target['scope'] })}
            options={(['branch', 'all'] as const).map((scope) => ({
              value: scope,
              label: (
                <>
                  {t(`acts.return.${scope}`)}
                  <div className="quiet">{t(`acts.return.${scope}.what`)}</div>
                </>
              ),
            }))}
          />
        </div>
      )}
    </div>
  )
}
