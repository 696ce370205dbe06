import { Button, Popconfirm } from 'antd'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { squareMetres } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { IssueView, ProposedFix } from '../answers.ts'

type Props = { issue: IssueView; fix: ProposedFix | null; numberField: string | undefined; mayApply: boolean }

/** How the fault could be put right: what changes, with areas before and after. The map shows it; who may applies it. */
export function FixSection({ issue, fix, numberField, mayApply }: Props) {
  const { t } = useTexts()
  const apply = useCall('quality.fix.apply')
  const nameOf = (id: number) =>
    issue.shapes.find((shape) => shape.id === id)?.attributes[numberField ?? ''] ?? `#${id}`
  return (
    <Section title={t('quality.issue.proposeFix')}>
      <p className="quiet">{t(fix ? `quality.fix.${fix.what}` : 'quality.fix.none')}</p>
      {fix && (
        <table className="rule-counts">
          <thead>
            <tr>
              <th>{t('quality.issue.number')}</th>
              <th className="right">{t('quality.fix.before')}</th>
              <th className="right">{t('quality.fix.after')}</th>
            </tr>
          </thead>
          <tbody>
            {fix.features.map(({ id, areaBefore, areaAfter }) => (
              <tr key={id}>
                <td>{nameOf(id)}</td>
                <td className="right number">{squareMetres(areaBefore)}</td>
                <td className="right number">{squareMetres(areaAfter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <RefusalNotice error={apply.error} />
      {fix && mayApply && (
        <Popconfirm
          title={t('quality.fix.apply')}
          description={t('quality.fix.ask', {
            numbers: fix.features.map(({ id }) => nameOf(id)).join(t('common.comma')),
          })}
          okText={t('quality.fix.apply')}
          onConfirm={() => apply.mutate({ issueId: issue.id })}
        >
          <Button className="fix-apply" loading={apply.isPending}>
            {t('quality.fix.apply')}
          </Button>
        </Popconfirm>
      )}
    </Section>
  )
}
