import { useState } from 'react'
import { wjzlx } from '../../../../kernel/layers/codes/wjzlx.ts'
import { photosFor } from '../../../../modules/fieldwork/rules/completeness/kinds-of-patch.ts'
import { groundsOf as gaugedGrounds } from '../../../../modules/fieldwork/rules/completeness/missing-of.ts'
import { kindsFor } from '../../../../modules/fieldwork/templates/template.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { useBusy } from '../../parts/use-busy.ts'
import { appendOperation } from '../../store/append-operation.ts'
import type { KeptPerson } from '../../store/field-database.ts'
import { saveTyped } from '../../store/forms.ts'
import type { TaskWork } from '../../store/use-task-work.ts'
import { developAll } from '../camera/develop.ts'
import { findingsOf, resultOf } from '../work/result-of-work.ts'
import type { Filled } from '../work/use-form-draft.ts'
import { AngleMap } from './angle-map.tsx'
import { MissingList } from './missing-list.tsx'

type Props = { person: KeptPerson; work: TaskWork; filled: Filled; isOver: boolean }

/** 检查与上报 (SH130): what is missing, the directions still to be taken, and the way to hand in. */
export function SubmitCard({ person, work, filled, isOver }: Props) {
  const { t, words } = useTexts()
  const [opinion, setOpinion] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  const findings = findingsOf(work, filled.values, reason)
  const [isBusy, run] = useBusy()
  const submit = async () => {
    await saveTyped(person.id, work)
    // Photos taken before are acts before.
    await developAll(person)
    const payload = { ...(opinion.trim() && { opinion: opinion.trim() }), ...(reason && { noEvidence: reason }) }
    await appendOperation(person.id, { kind: 'task.submit', taskId: work.task.id, payload })
  }
  if (isOver) return null
  return (
    <section className="submit-card">
      <MissingList findings={findings} taskId={work.task.id} />
      <Directions work={work} filled={filled} />
      {work.photos.length === 0 && (
        <label className="field">
          {t('field.noEvidence')}
          <select value={reason ?? ''} onChange={({ target }) => setReason(target.value || null)}>
            <option value="">{t('field.noEvidence.no')}</option>
            {wjzlx.codes.map((one) => (
              <option key={one.code} value={one.code}>
                {words(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="field">
        {t('field.opinion')}
        <textarea rows={2} maxLength={2000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      </label>
      <button
        type="button"
        className="button button-main wide"
        disabled={isBusy || findings.length > 0}
        onClick={() => run(submit)}
      >
        {t(isBusy ? 'field.submitting' : 'field.submit')}
      </button>
    </section>
  )
}

/** Each patch from above, with what no photo shows yet. */
function Directions({ work, filled }: { work: TaskWork; filled: Filled }) {
  const { t } = useTexts()
  const result = resultOf(work, filled.values, null)
  const { template, photos, patches } = result
  if (!template || (template.coverage.seen === 0 && template.coverage.gap >= 360)) return null
  return gaugedGrounds(result).map(({ id, DLBM, geometry }, k) => {
    const inside = new Set(kindsFor(template, DLBM).flatMap(({ code, interior }) => (interior ? [code] : [])))
    const views = photosFor(id, photos, patches).flatMap(({ position, azimuth, kind }) =>
      position && azimuth !== null && !inside.has(kind ?? '') ? [{ position, azimuth }] : [],
    )
    return (
      <div key={id}>
        <strong>{t('field.patch.number', { number: k + 1 })}</strong>
        <AngleMap area={geometry} views={views} needs={template.coverage} />
      </div>
    )
  })
}
