import { type FormEvent, useState } from 'react'
import { call, send } from '../../../ui/api.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { asProblem, type ProblemError } from '../../../ui/problem.ts'
import { Notice } from '../../parts/notice.tsx'
import { newId } from '../../store/new-id.ts'
import { keepThing, useThing } from '../../store/things.ts'
import '../messages/messages.css'

const KINDS = ['fault', 'wish', 'question', 'other'] as const
type Draft = { id: string; kind: (typeof KINDS)[number]; body: string }

const fresh = (): Draft => ({ id: newId(), kind: 'fault', body: '' })

/** What is typed is kept; sent twice it counts once. */
export function FeedbackForm({ person, onGiven }: { person: string; onGiven: () => void }) {
  const { t } = useTexts()
  const kept = useThing<Draft | null>(person, 'feedback/draft')
  const [typed, setTyped] = useState<Draft | null>(null)
  const [picture, setPicture] = useState<File | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [state, setState] = useState<'typing' | 'busy' | 'given'>('typing')
  const [empty] = useState(fresh)
  const draft = typed ?? kept ?? empty
  const change = (part: Partial<Draft>) => {
    setTyped({ ...draft, ...part })
    setState('typing')
    void keepThing(person, 'feedback/draft', { ...draft, ...part })
  }
  const give = async (event: FormEvent) => {
    event.preventDefault()
    setState('busy')
    setProblem(null)
    try {
      await call('messages.feedback.give', {
        ...draft,
        client: navigator.userAgent.slice(0, 300),
        ...(await sent(picture)),
      })
      await keepThing(person, 'feedback/draft', null)
      setTyped(fresh())
      setPicture(null)
      setState('given')
      onGiven()
    } catch (error) {
      setProblem(asProblem(error))
      setState('typing')
    }
  }
  return (
    <form onSubmit={(event) => void give(event)}>
      <fieldset className="chips" disabled={state === 'busy'}>
        <legend className="sr-only">{t('field.feedback.kind')}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => change({ kind })} />
            {t(`messages.feedback.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      <label className="field">
        {t('field.feedback.body')}
        <textarea
          rows={4}
          maxLength={4000}
          value={draft.body}
          // A letter more would be in neither: not in what is on its way, and what is given makes room for the next.
          readOnly={state === 'busy'}
          onChange={(event) => change({ body: event.target.value })}
        />
      </label>
      <PictureChoice picture={picture} onChange={setPicture} />
      {problem && <Notice problem={problem} />}
      {problem?.status === 0 && <p className="banner">{t('field.feedback.kept')}</p>}
      {state === 'given' && <p role="status">{t('field.feedback.given')}</p>}
      <button type="submit" className="button button-main wide" disabled={state === 'busy' || draft.body.trim() === ''}>
        {t('field.feedback.give')}
      </button>
    </form>
  )
}

function PictureChoice({ picture, onChange }: { picture: File | null; onChange: (picture: File | null) => void }) {
  const { t } = useTexts()
  return (
    <div className="picture-choice">
      <label className="button-small picture-button">
        {t(picture ? 'field.feedback.otherPicture' : 'field.feedback.addPicture')}
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="sr-only"
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
        />
      </label>
      {picture && <img src={URL.createObjectURL(picture)} alt={t('field.feedback.picture')} />}
    </div>
  )
}

async function sent(picture: File | null) {
  if (!picture) return {}
  const headers = { 'content-type': 'application/octet-stream' }
  const { digest } = await send<{ digest: string }>('files.put', '/api/files', {
    method: 'PUT',
    headers,
    body: picture,
  })
  return { picture: { digest, mediaType: picture.type } }
}
