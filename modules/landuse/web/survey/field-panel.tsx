import { App, Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { day } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { StepPanelProps } from '../../../../apps/ui/module-pages.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import '../common/landuse.css'
import './survey.css'
import { MapShapes } from '../common/map-shapes.tsx'
import { OnMap } from '../common/on-map.tsx'
import { BaseTable } from './base-table.tsx'
import { Photos } from './photo-markers.tsx'

/** 外业举证: given to a person's phone; what has come back so far. */
export default function FieldPanel({ case: view, task, map }: StepPanelProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const { data, error, refetch } = useAsk('landuse.survey.view', { caseId: view.id }, { refetchInterval: 15_000 })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Skeleton active />
  const mayDispatch = can('landuse.field.dispatch', { area: view.areaCode, business: 'landuse' })
  return (
    <>
      <Section title={t('landuse.field.dispatch')}>
        <p>
          {task.assignee ? t('landuse.dispatch.with', { name: task.assignee.name }) : t('landuse.dispatch.pool')}
          {task.due && <span className="quiet"> · {t('landuse.dispatch.due', { day: day(task.due) })}</span>}
        </p>
        {mayDispatch && <Dispatch caseId={view.id} taskId={task.id} />}
        <p className="quiet">{t('landuse.dispatch.phone', { address: `${location.origin}/field/` })}</p>
      </Section>
      <Section title={t('landuse.photos', { count: data.photos.length })}>
        {data.photos.length === 0 ? (
          <EmptyState small title={t('landuse.photos.none')} next={t('landuse.photos.none.next')} />
        ) : (
          <Photos photos={data.photos} resources={view.resources} map={map} />
        )}
      </Section>
      <BaseTable view={data} />
      {map && (
        <OnMap map={map}>
          <MapShapes
            handle={map}
            shapes={data.ranges.map(({ id, geometry }) => ({ id, geometry, look: 'range' as const }))}
          />
        </OnMap>
      )}
    </>
  )
}

function Dispatch({ caseId, taskId }: { caseId: string; taskId: string }) {
  const { t, has } = useTexts()
  const { message } = App.useApp()
  const [person, setPerson] = useState<string>()
  const people = useAsk('casework.task.candidates', { taskId })
  const dispatch = useCall('landuse.field.dispatch')
  const send = () =>
    dispatch.mutate(
      { caseIds: [caseId], ...(person && { person }) },
      {
        onSuccess: ({ refused }) => {
          const [first] = refused
          if (first)
            void message.warning(
              has(first.problem.code) ? t(first.problem.code, first.problem.params) : first.problem.code,
            )
          else void message.success(t('landuse.dispatch.done'))
        },
      },
    )
  return (
    <div className="dispatch">
      <Select
        style={{ flex: 1 }}
        aria-label={t('landuse.dispatch.to')}
        placeholder={t('landuse.dispatch.to')}
        showSearch={{ optionFilterProp: 'label' }}
        value={person}
        onChange={setPerson}
        options={(people.data?.rows ?? []).map((one) => ({
          value: one.id,
          label: `${one.name} · ${one.organisation} · ${t('cases.act.reassign.load', { count: one.openTasks })}`,
        }))}
      />
      <Button type="primary" disabled={!person} loading={dispatch.isPending} onClick={send}>
        {t('landuse.dispatch.send')}
      </Button>
      {dispatch.error && <RefusalNotice error={dispatch.error} />}
    </div>
  )
}
