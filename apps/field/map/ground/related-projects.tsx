import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { Notice } from '../../parts/notice.tsx'
import { find } from './find.ts'
import { FoundList } from './found-list.tsx'
import { useAnswer } from './use-answer.ts'

/** 关联项目 of a range or patch (SH127): name, system, scale and phase of every project on its ground; degrees. */
export function RelatedProjects({ shape, except }: { shape: MultiPolygon; except?: string }) {
  const { t } = useTexts()
  const { answer, problem, isAsking } = useAnswer(JSON.stringify(shape), () => find({ under: shape }))
  const rows = answer?.rows.filter(({ id }) => id !== except) ?? []
  return (
    <div>
      {problem && <Notice problem={problem} />}
      {isAsking && <p className="quiet">{t('common.loading')}</p>}
      {answer && rows.length === 0 && <p className="nothing">{t('field.related.nothing')}</p>}
      {answer && rows.length > 0 && <p className="quiet">{t(`field.from.${answer.from}`)}</p>}
      <FoundList rows={rows} />
    </div>
  )
}
