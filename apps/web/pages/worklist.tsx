import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { WorklistItem } from '../../ui/case-view.ts'
import { EmptyState } from '../../ui/components/empty-state.tsx'
import { Page } from '../../ui/components/page.tsx'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { useClaimAll } from './use-claim-all.ts'
import { BOXES, type BoxName, WorklistBoxes } from './worklist-boxes.tsx'
import { useWorklistColumns } from './worklist-columns.tsx'
import './worklist.css'

/** 工作台: four boxes that tell the truth, most urgent first. */
export default function WorklistPage() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const asked = params.get('box') as BoxName | null
  const box = asked && BOXES.includes(asked) ? asked : 'todo'
  const [keys, setKeys] = useState<string[]>([])
  const columns = useWorklistColumns(box)
  const { claimAll, isClaiming } = useClaimAll(() => setKeys([]))
  const choose = (next: BoxName) => {
    setKeys([])
    setParams(next === 'todo' ? {} : { box: next })
  }
  return (
    <Page title={t('worklist.title')}>
      <WorklistBoxes active={box} onChoose={choose} />
      <div className="card card-fill">
        <DataTable<WorklistItem>
          key={box}
          id={`worklist.${box}`}
          title={t(`worklist.${box}`)}
          query="casework.worklist"
          paging="cursor"
          input={{ box }}
          rowKey={({ id }) => id}
          columns={columns}
          filters={[
            { name: 'text', kind: 'text', label: t('cases.text') },
            ...(box === 'done'
              ? []
              : [
                  {
                    name: 'lamp',
                    kind: 'choice' as const,
                    label: t('cases.lamp'),
                    options: ['red', 'yellow', 'green'].map((value) => ({ value, label: t(`lamp.${value}`) })),
                  },
                ]),
          ]}
          refetchInterval={30_000}
          onOpen={({ caseId, id }) => void navigate(`/cases/${caseId}?task=${id}`)}
          {...(box === 'todo' && {
            selection: { keys, onChange: setKeys },
            actions: (
              <Button disabled={keys.length === 0} loading={isClaiming} onClick={() => claimAll(keys)}>
                {t('worklist.claim')}
              </Button>
            ),
          })}
          empty={<EmptyState title={t(`worklist.${box}.empty`)} next={t(`worklist.${box}.empty.next`)} />}
        />
      </div>
    </Page>
  )
}
