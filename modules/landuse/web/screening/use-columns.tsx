import { Link } from 'react-router'
import { AreaText } from '../../../../apps/ui/components/area-text.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import type { ClueRow } from '../answers.ts'
import { className } from '../common/class-words.ts'
import { ConclusionDot, Tags } from '../common/words.tsx'

type AreaKey = 'areaEllipsoidal' | 'areaPlanar' | 'farmlandArea' | 'basicFarmlandArea' | 'redlineArea' | 'rangeArea'

export function useColumns(): TableColumn<ClueRow>[] {
  const { t, language } = useTexts()
  const area = (key: AreaKey, width: number, optional = false): TableColumn<ClueRow> => ({
    key,
    title: t(`landuse.clue.${key}`),
    width,
    type: 'number',
    sort: key !== 'areaPlanar' && key !== 'rangeArea',
    optional,
    value: (row) => row[key],
    render: (row) => (row[key] > 0 ? <AreaText area={row[key]} /> : <span className="quiet">0.00</span>),
  })
  return [
    { key: 'number', title: t('landuse.clue.number'), width: 160, sort: true, value: (row) => row.number },
    {
      key: 'conclusion',
      title: t('landuse.conclusion'),
      width: 116,
      sort: true,
      value: (row) => t(`landuse.conclusion.${row.conclusion ?? 'none'}`),
      render: (row) => <ConclusionDot conclusion={row.conclusion} />,
    },
    {
      key: 'reason',
      title: t('landuse.clue.reason'),
      width: 300,
      value: (row) => row.reason?.[language],
      render: (row) => <span title={row.reason?.[language]}>{row.reason?.[language] ?? '—'}</span>,
    },
    {
      key: 'tags',
      title: t('landuse.clue.tags'),
      width: 210,
      value: (row) => row.tags.join(t('common.comma')),
      render: (row) => <Tags tags={row.tags} />,
    },
    area('areaEllipsoidal', 120),
    area('areaPlanar', 120, true),
    area('farmlandArea', 116),
    area('basicFarmlandArea', 134),
    area('redlineArea', 134),
    area('rangeArea', 120, true),
    {
      key: 'areaCode',
      title: t('landuse.clue.area'),
      width: 150,
      sort: true,
      value: (row) => [row.townName, row.villageName].filter(Boolean).join(' ') || row.areaCode,
    },
    {
      key: 'changeKind',
      title: t('landuse.clue.change'),
      width: 96,
      value: (row) => t(`landuse.change.${row.changeKind}`),
    },
    {
      key: 'predictedClass',
      title: t('landuse.clue.predicted'),
      width: 140,
      optional: true,
      value: (row) => className(row.predictedClass, language),
    },
    {
      key: 'foundOn',
      title: t('landuse.clue.foundOn'),
      width: 104,
      type: 'date',
      sort: true,
      value: (row) => row.foundOn,
    },
    {
      key: 'linked',
      title: t('landuse.clue.linked'),
      width: 84,
      value: (row) => (row.linkedClue ? t('common.yes') : null),
    },
    {
      key: 'case',
      title: t('landuse.clue.case'),
      width: 150,
      value: (row) => row.caseNumber,
      render: (row) =>
        row.caseId ? (
          <Link to={`/cases/${row.caseId}`} onClick={(event) => event.stopPropagation()}>
            {row.caseNumber}
          </Link>
        ) : (
          '—'
        ),
    },
    {
      key: 'state',
      title: t('landuse.clue.state'),
      width: 90,
      value: (row) => t(`landuse.clueState.${row.state}`),
    },
    {
      key: 'sourceNumber',
      title: t('landuse.clue.sourceNumber'),
      width: 170,
      optional: true,
      value: (row) => row.sourceNumber,
    },
  ]
}
