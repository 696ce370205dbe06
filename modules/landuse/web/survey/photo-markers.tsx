import { Modal } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../../apps/ui/api.ts'
import type { Resource } from '../../../../apps/ui/case-view.ts'
import { Facts } from '../../../../apps/ui/components/section.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import { MapMarker } from '../../../../apps/ui/map/map-marker.tsx'
import { photoTitle } from '../../../../apps/ui/photo-title.ts'
import type { FieldPhoto } from '../answers.ts'

type Props = { photos: readonly FieldPhoto[]; resources: readonly Resource[]; map: MapHandle | null }

/** Photos of the field: small pictures, and on the map where each was taken and where it looks. */
export function Photos({ photos, resources, map }: Props) {
  const { t, words } = useTexts()
  const [openId, setOpenId] = useState<string | null>(null)
  const open = photos.find(({ id }) => id === openId)
  const titleOf = (photo: FieldPhoto) => {
    const name = photo.kindTitle ? words(photo.kindTitle) : t('landuse.photo', { number: photos.indexOf(photo) + 1 })
    return photoTitle({ ...photo, name }, t)
  }
  const addressOfPhoto = ({ digest }: FieldPhoto) => {
    const resource = resources.find((one) => one.digest === digest)
    return resource && addressOf('casework.resource.download', { resourceId: resource.id })
  }
  return (
    <>
      <div className="photo-strip">
        {photos.map((photo, index) => (
          <button
            key={photo.id}
            type="button"
            className="photo-button"
            aria-label={t('landuse.photo.open', { number: index + 1 })}
            onClick={() => setOpenId(photo.id)}
          >
            <img src={addressOfPhoto(photo)} alt={photo.name} loading="lazy" />
            <span className="photo-number">{index + 1}</span>
          </button>
        ))}
      </div>
      {map &&
        photos.map(
          ({ id, position, azimuth }, index) =>
            position && (
              <MapMarker key={id} handle={map} at={position} azimuth={azimuth ?? 0}>
                <button
                  type="button"
                  className={azimuth === null ? 'photo-arrow photo-dot' : 'photo-arrow'}
                  aria-label={t('landuse.photo.open', { number: index + 1 })}
                  onClick={() => setOpenId(id)}
                />
              </MapMarker>
            ),
        )}
      {open && (
        <Modal open width={860} footer={null} title={titleOf(open)} onCancel={() => setOpenId(null)}>
          <img className="photo-large" src={addressOfPhoto(open)} alt={titleOf(open)} />
          <PhotoFacts photo={open} />
        </Modal>
      )}
    </>
  )
}

function PhotoFacts({ photo }: { photo: FieldPhoto }) {
  const { t } = useTexts()
  const { position, accuracy, azimuth, distance, degreesOff } = photo
  return (
    <Facts
      rows={[
        [t('landuse.photo.taken'), `${instant(photo.takenAt)} · ${photo.person}`],
        [t('landuse.photo.real'), photo.realAt ? instant(String(photo.realAt)) : null],
        [
          t('landuse.photo.place'),
          position &&
            `${position[0].toFixed(6)}°E ${position[1].toFixed(6)}°N ${accuracy === null ? '' : `±${accuracy} m`}`,
        ],
        [t('landuse.photo.azimuth'), azimuth === null ? null : `${Math.round(azimuth)}°`],
        [
          t('landuse.photo.sight'),
          distance === null ? null : t('landuse.photo.sight.value', { distance, off: degreesOff ?? '—' }),
        ],
        [t('landuse.photo.digest'), <code key="d">{photo.digest}</code>],
      ]}
    />
  )
}
