import { Modal } from 'antd'
import { addressOf } from '../../../../apps/ui/api.ts'
import type { Resource } from '../../../../apps/ui/case-view.ts'
import { Facts } from '../../../../apps/ui/components/section.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { photoTitle } from '../../../../apps/ui/photo-title.ts'
import { magneticOf } from '../../rules/magnetic/turn.ts'
import type { FieldResultView } from './answers.ts'

type Photo = FieldResultView['photos'][number]
type Props = {
  data: FieldResultView
  resources: readonly Resource[]
  chosen: string | null
  onChoose: (id: string | null) => void
}

/** Small pictures with their kind; one opens with everything that is known of it, and what speaks against it. */
export function ResultPhotos({ data, resources, chosen, onChoose }: Props) {
  const { t } = useTexts()
  const kindOf = useKind(data)
  const open = data.photos.find(({ id }) => id === chosen)
  const titleOf = (photo: Photo) => {
    const name = kindOf(photo) || t('fieldwork.result.photo', { number: data.photos.indexOf(photo) + 1 })
    return photoTitle({ ...photo, name }, t)
  }
  const addressOfPhoto = ({ digest }: Photo) => {
    const resource = resources.find((one) => one.digest === digest)
    return resource && addressOf('casework.resource.download', { resourceId: resource.id })
  }
  return (
    <>
      <ul className="result-photos">
        {data.photos.map((photo, k) => (
          <li key={photo.id}>
            <button
              type="button"
              className="result-photo"
              aria-label={t('fieldwork.result.photo', { number: k + 1 })}
              onClick={() => onChoose(photo.id)}
            >
              <img src={addressOfPhoto(photo)} alt="" loading="lazy" />
              <span>{`${k + 1} ${kindOf(photo)}`}</span>
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <Modal open width={860} footer={null} title={titleOf(open)} onCancel={() => onChoose(null)}>
          <img className="result-large" src={addressOfPhoto(open)} alt={kindOf(open)} />
          <PhotoFacts photo={open} />
        </Modal>
      )}
    </>
  )
}

/** 远景, 近景 … by the template the task worked by. */
function useKind({ template }: FieldResultView) {
  const { words } = useTexts()
  const kinds = [...(template?.kinds ?? []), ...(template?.classRules ?? []).flatMap((rule) => rule.kinds)]
  return ({ kind }: Photo) => words(kinds.find(({ code }) => code === kind)?.title)
}

/** From which north, with the other value where both are known (GB/T 37149 附录D). */
function lookOf(azimuth: number, declination: number | null, t: ReturnType<typeof useTexts>['t']): string {
  if (declination === null) return t('fieldwork.result.look.magnetic', { azimuth: azimuth.toFixed(1) })
  const magnetic = magneticOf(azimuth, declination).toFixed(1)
  return t('fieldwork.result.look.true', { azimuth: azimuth.toFixed(1), magnetic, declination })
}

/** When it was by the server's clock, and how that is known. */
function realOf({ realAt, clock }: Photo, t: ReturnType<typeof useTexts>['t']): string {
  if (!realAt || !clock) return t('fieldwork.result.real.unknown')
  const isRight = Math.abs(clock.offset) <= clock.within + 1000
  const side = isRight ? 'right' : clock.offset > 0 ? 'behind' : 'ahead'
  const state = t(`fieldwork.result.real.${side}`, { by: duration(Math.abs(clock.offset), Math.round, t) })
  const within = duration(clock.within, Math.ceil, t)
  return t(`fieldwork.result.real.${clock.how}`, { at: instant(String(realAt)), state, within })
}

/** In the unit that says most. */
function duration(ms: number, whole: (count: number) => number, t: ReturnType<typeof useTexts>['t']): string {
  const units = [['days', 86_400_000], ['hours', 3_600_000], ['minutes', 60_000], ['seconds', 1000]] as const // biome-ignore format: one row
  const [unit, length] = units.find(([, length]) => ms >= 2 * length) ?? units.at(-1)!
  return t(`fieldwork.result.real.${unit}`, { count: whole(ms / length) })
}

function PhotoFacts({ photo }: { photo: Photo }) {
  const { t } = useTexts()
  const { position, accuracy, azimuth, declination, pitch, roll, signed, doubts, live, note, code, digest } = photo
  return (
    <Facts
      rows={[
        [
          t('fieldwork.result.taken'),
          `${instant(photo.takenAt === null ? null : String(photo.takenAt))} · ${photo.person}`,
        ],
        [t('fieldwork.result.real'), realOf(photo, t)],
        [
          t('fieldwork.result.place'),
          position && `${position[0].toFixed(7)}°E ${position[1].toFixed(7)}°N ±${accuracy ?? '—'} m`,
        ],
        [
          t('fieldwork.result.look'),
          azimuth === null ? null : `${lookOf(azimuth, declination, t)} · ${pitch ?? 0}° · ${roll ?? 0}°`,
        ],
        [t('fieldwork.result.signed'), t(`fieldwork.result.signed.${signed}`)],
        [t('fieldwork.result.live'), t(live === false ? 'fieldwork.result.live.no' : 'fieldwork.result.live.yes')],
        [t('fieldwork.result.doubts'), doubts.length === 0 ? t('fieldwork.result.doubts.none') : doubts.map((doubt) => t(`fieldwork.result.doubt.${doubt}`)).join('；')], // biome-ignore format: one line
        [t('fieldwork.result.note'), note || null],
        [t('fieldwork.result.code'), <code key="c">{code ?? '—'}</code>],
        [t('fieldwork.result.digest'), <code key="d">{digest}</code>],
      ]}
    />
  )
}
