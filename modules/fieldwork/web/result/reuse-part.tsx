import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../../apps/ui/api.ts'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { day } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'

/** 成果复用: photos of earlier cases that show this range; taken over as they are, with the case they came from. */
export function ReusePart({ caseId, onTaken }: { caseId: string; onTaken: () => void }) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { data, refetch } = useAsk('fieldwork.photo.reusable', { caseId })
  const reuse = useCall('fieldwork.photo.reuse')
  if (!data) return null
  const take = () =>
    reuse.mutate(
      { caseId, photoIds: [...chosen] },
      {
        onSuccess: () => {
          setChosen(new Set())
          void refetch()
          onTaken()
        },
      },
    )
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]))
  return (
    <Section title={t('fieldwork.reuse.title')}>
      {data.rows.length === 0 && <p className="quiet">{t('fieldwork.reuse.none')}</p>}
      <ul className="result-photos">
        {data.rows.map(({ photoId, number, takenAt, distance, resource }) => {
          const words = t('fieldwork.reuse.from', { number, day: day(String(takenAt)), distance })
          return (
            <li key={photoId} className="result-photo">
              <img src={addressOf('casework.resource.download', { resourceId: resource })} alt="" loading="lazy" />
              <Checkbox checked={chosen.has(photoId)} onChange={() => toggle(photoId)}>
                {words}
              </Checkbox>
            </li>
          )
        })}
      </ul>
      {data.rows.length > 0 && (
        <Button disabled={chosen.size === 0} loading={reuse.isPending} onClick={take}>
          {t('fieldwork.reuse.take', { count: chosen.size })}
        </Button>
      )}
      <RefusalNotice error={reuse.error} />
    </Section>
  )
}
