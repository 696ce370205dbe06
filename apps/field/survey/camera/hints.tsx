import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { usualLimits } from '../../../../kernel/quality/rules/evidence/evidence.ts'
import { sightOf } from '../../../../modules/fieldwork/rules/evidence.ts'
import { placeToPlane } from '../../../../modules/fieldwork/rules/plane.ts'
import type { PhotoKind } from '../../../../modules/fieldwork/templates/template.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { Place, PlaceState } from '../../device/use-place.ts'
import { useClockOff } from '../../sync/clock.ts'

type Props = {
  area: MultiPolygon
  kind: PhotoKind
  place: Place | null
  azimuth: number | null
  refused: PlaceState['refused'] | 'old'
}

/** Near enough, and looking at it: by the rule that counts the photo for its kind. */
export function Hints({ area, kind, place, azimuth, refused }: Props) {
  const { t } = useTexts()
  const off = useClockOff()
  if (!place)
    return (
      <div className="hints">
        <p className="hint hint-bad">{t(refused ? `field.place.${refused}` : 'field.place.waiting')}</p>
      </div>
    )
  const limits = { ...usualLimits, distance: kind.interior ? Number.POSITIVE_INFINITY : (kind.maxDistance ?? usualLimits.distance) } // biome-ignore format: one line
  const { near, facing, distance, degreesOff } = sightOf(area, placeToPlane(place.position), azimuth, limits)
  const accuracy = t('field.accuracy', { metres: Math.round(place.accuracy) })
  return (
    <div className="hints">
      <p className={near ? 'hint hint-good' : 'hint hint-bad'}>
        {`${t(near ? 'field.hint.near' : 'field.hint.far', { metres: Math.round(distance) })} · ${accuracy}`}
      </p>
      {off > 0 && <p className="hint hint-bad">{t('field.clock.hint', { minutes: off })}</p>}
      {azimuth === null ? (
        <p className="hint hint-bad">{t('field.hint.azimuth')}</p>
      ) : (
        !kind.interior && (
          <p className={facing === false ? 'hint hint-bad' : 'hint hint-good'}>
            {t(facing === false ? 'field.hint.away' : 'field.hint.facing', { degrees: Math.round(degreesOff ?? 0) })}
          </p>
        )
      )}
    </div>
  )
}
