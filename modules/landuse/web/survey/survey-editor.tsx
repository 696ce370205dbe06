import { BorderOutlined, EditOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Collapse } from 'antd'
import { useEffect, useState } from 'react'
import { AreaText } from '../../../../apps/ui/components/area-text.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { boxOf, type MapHandle } from '../../../../apps/ui/map/map-handle.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { SurveyView } from '../answers.ts'
import { className } from '../common/class-words.ts'
import { MapShapes, type Shape } from '../common/map-shapes.tsx'
import { OnMap } from '../common/on-map.tsx'
import { BaseTable } from './base-table.tsx'
import { DrawPatch } from './draw-patch.tsx'
import { ImportVertices } from './import-vertices.tsx'
import { measurePatch } from './measure-patch.ts'
import { newPatch } from './new-patch.ts'
import { PatchEditor } from './patch-editor.tsx'
import { type DraftPatch, type SaveState, useSurveyDraft } from './use-survey-draft.ts'

type Props = { caseId: string; view: SurveyView; map: MapHandle | null; canWrite: boolean }

/** The patches of a case: drawn, typed or imported; each with class and owner; kept by itself while one works. */
export function SurveyEditor({ caseId, view, map, canWrite }: Props) {
  const { t, language } = useTexts()
  const client = useQueryClient()
  const draft = useSurveyDraft(caseId, view, () => void client.invalidateQueries({ queryKey: ['landuse.survey.view'] }))
  const [openId, setOpenId] = useState<string | null>(() => draft.patches[0]?.id ?? null)
  const [isDrawing, setDrawing] = useState(false)
  const { patches, change } = draft
  const add = (outlines: { geometry: MultiPolygon; DLBM: string | null }[]) => {
    const fresh = outlines.map(({ geometry, DLBM }) => newPatch(geometry, DLBM ?? view.clue.predictedClass))
    change([...patches, ...fresh])
    setOpenId(fresh[0]?.id ?? openId)
  }
  const drawn = (geometry: MultiPolygon) => {
    setDrawing(false)
    add([{ geometry, DLBM: null }])
  }
  const takeRange = () => add([{ geometry: view.ranges.flatMap(({ geometry }) => geometry), DLBM: null }])
  useRangesInView(map, view)
  return (
    <>
      <Section title={t('landuse.survey.patches')} extra={<SaveWord state={draft.state} />}>
        {draft.problem && (
          <RefusalNotice
            error={draft.problem}
            onRetry={draft.saveNow}
            {...(canWrite && { onClose: draft.startOver })}
          />
        )}
        <Collapse
          size="small"
          accordion
          activeKey={openId ? [openId] : []}
          onChange={(keys) => setOpenId([keys].flat()[0] ?? null)}
          items={patches.map((patch, index) => ({
            key: patch.id,
            label: `${index + 1} · ${className(patch.DLBM, language)}`,
            extra: <AreaText area={measurePatch(patch.geometry).ellipsoidal} method="ellipsoidal" />,
            children: (
              <PatchEditor
                patch={patch}
                map={openId === patch.id && !isDrawing ? map : null}
                disabled={!canWrite}
                onChange={(next) => change(patches.map((one) => (one.id === next.id ? next : one)))}
                onRemove={() => change(patches.filter(({ id }) => id !== patch.id))}
              />
            ),
          }))}
        />
        {patches.length === 0 && <p className="quiet">{t('landuse.survey.patches.none')}</p>}
        {canWrite && (
          <div className="survey-tools">
            <Button size="small" icon={<EditOutlined />} disabled={!map} onClick={() => setDrawing(true)}>
              {t('landuse.survey.draw')}
            </Button>
            <Button size="small" icon={<BorderOutlined />} onClick={takeRange}>
              {t('landuse.survey.wholeRange')}
            </Button>
            <ImportVertices caseId={caseId} onRead={add} />
          </div>
        )}
      </Section>
      <BaseTable view={view} />
      {map && (
        <OnMap map={map}>
          <MapShapes handle={map} shapes={shapesOf(view, patches, openId)} />
        </OnMap>
      )}
      {map && isDrawing && <DrawPatch map={map} onDrawn={drawn} onCancel={() => setDrawing(false)} />}
    </>
  )
}

function SaveWord({ state }: { state: SaveState }) {
  const { t } = useTexts()
  return (
    <span className={state === 'refused' ? 'save-word save-word-bad' : 'save-word'} role="status">
      {t(`landuse.survey.${state}`)}
    </span>
  )
}

function shapesOf({ ranges }: SurveyView, patches: readonly DraftPatch[], openId: string | null): Shape[] {
  return [
    ...ranges.map(({ id, geometry }): Shape => ({ id: `range ${id}`, geometry, look: 'range' })),
    ...patches.map(
      ({ id, geometry }, index): Shape => ({
        id,
        geometry,
        look: id === openId ? 'chosen' : 'patch',
        label: String(index + 1),
      }),
    ),
  ]
}

function useRangesInView(map: MapHandle | null, { ranges }: SurveyView): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the map is there
  useEffect(() => {
    const box = boxOf({ type: 'MultiPolygon', coordinates: ranges.flatMap(({ geometry }) => geometry) })
    if (map && box) map.fit(box, 19)
  }, [map])
}
