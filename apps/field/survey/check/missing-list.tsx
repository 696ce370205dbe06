import type { Finding } from '../../../../modules/fieldwork/rules/completeness/finding.ts'
import { placeToDegrees } from '../../../../modules/fieldwork/rules/plane.ts'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { hrefOf } from '../work/result-of-work.ts'

/** What still keeps the task from being handed in; each leads to where it is mended. */
export function MissingList({ findings, taskId }: { findings: readonly Finding[]; taskId: string }) {
  const { t } = useTexts()
  if (findings.length === 0) return <p className="complete">{t('field.missing.nothing')}</p>
  return (
    <div className="missing">
      <strong>{t('field.missing', { count: findings.length })}</strong>
      <ul>
        {findings.map((finding) => (
          <li key={JSON.stringify([finding.code, finding.params, finding.place])}>
            <a className="missing-link" href={hrefOf(finding, taskId)}>
              <Sentence finding={finding} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sentence({ finding: { code, params, stand } }: { finding: Finding }) {
  const { t, words } = useTexts()
  if (code === 'fieldwork.task.submit.form') {
    const title = words({ zh: String(params.fieldZh), en: String(params.fieldEn) })
    return <span>{`${title}：${t(String(params.issue), params)}`}</span>
  }
  return (
    <span>
      {t(`field.finding.${code.split('.').at(-1)}`, {
        ...params,
        title: words({ zh: String(params.zh), en: String(params.en) }),
      })}
      {stand && (
        <span className="missing-stand">
          {t('field.finding.stand', {
            azimuth: Math.round(stand.azimuth),
            place: placeToDegrees(stand.position)
              .map((degree) => degree.toFixed(5))
              .join(', '),
          })}
        </span>
      )}
    </span>
  )
}
