import { useEffect, useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { appendOperation } from '../store/append-operation.ts'
import type { KeptPatch, KeptPerson } from '../store/field-database.ts'
import { keepDraft, patchOf, savePatch } from '../store/patches.ts'
import { stateOf, type TaskWork } from '../store/use-task-work.ts'
import { ClassPicker } from './class-picker.tsx'
import { wantedKinds } from './kind-choice.tsx'
import { MissingList, missingOf } from './missing-list.tsx'

/** What is there now: class and note for the range, then the work is handed in. */
export function SurveyTab({ person, work }: { person: KeptPerson; work: TaskWork }) {
  const { t } = useTexts()
  const [patch, setPatch] = useState<KeptPatch>(() => patchOf(work))
  const [opinion, setOpinion] = useState('')
  const kept = work.patches.find(({ id }) => id === patch.id)
  // A save, or an answer of the server, moves the revision on while the page is open.
  useEffect(() => {
    if (kept && !kept.isDraft) setPatch(kept)
  }, [kept])
  const change = (next: Partial<KeptPatch>) => {
    const changed = { ...patch, ...next, isDraft: true }
    setPatch(changed)
    void keepDraft(changed)
  }
  const state = stateOf(work)
  const isOver = state === 'submitting' || state === 'submitted'
  const isComplete =
    missingOf(work).length === 0 &&
    wantedKinds(work).missing.size === 0 &&
    kept !== undefined &&
    !kept.isDraft &&
    kept.DLBM !== null
  const submit = () =>
    appendOperation(person.id, {
      kind: 'task.submit',
      taskId: work.task.id,
      payload: opinion.trim() === '' ? {} : { opinion: opinion.trim() },
    })
  return (
    <main className="list list-with-actions">
      <Refused work={work} />
      <ClassPicker value={patch.DLBM} disabled={isOver} onChange={(DLBM) => change({ DLBM })} />
      <label className="field">
        {t('field.note')}
        <textarea
          rows={3}
          maxLength={2000}
          value={patch.note}
          disabled={isOver}
          onChange={(event) => change({ note: event.target.value })}
        />
      </label>
      <p className="quiet">{t(patch.isDraft ? 'field.patch.draft' : kept ? 'field.patch.saved' : 'field.patch.new')}</p>
      <label className="field">
        {t('field.opinion')}
        <textarea
          rows={2}
          maxLength={2000}
          value={opinion}
          disabled={isOver}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </label>
      <MissingList work={work} />
      <div className="actions actions-two">
        <button
          type="button"
          className="button"
          disabled={isOver || !patch.isDraft || patch.DLBM === null}
          onClick={() => void savePatch(person.id, work, patch)}
        >
          {t('common.save')}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={isOver || !isComplete}
          onClick={() => void submit()}
        >
          {t('field.submit')}
        </button>
      </div>
    </main>
  )
}

/** The last act was set aside: why, in words, where it can be mended. */
function Refused({ work }: { work: TaskWork }) {
  const { t, has } = useTexts()
  const last = work.operations.at(-1)
  const problem = last?.state === 'aside' ? last.answer?.problem : undefined
  if (!problem) return null
  return (
    <div className="notice" role="alert">
      <strong>{t('field.aside')}</strong>
      <p>{has(problem.code) ? t(problem.code, problem.params) : t('problem.unknown', { code: problem.code })}</p>
    </div>
  )
}
