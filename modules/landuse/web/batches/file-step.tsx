import { Button, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { CrsChoice } from '../../../../apps/ui/components/crs-choice.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { UploadDrop } from '../../../../apps/ui/components/upload-drop.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { ProblemError } from '../../../../apps/ui/problem.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { type Source, sources } from '../../schema.ts'

type Filled = { source: Source; period: string; declaredEpsg?: number; layerName?: string }
type Stored = { digest: string; name: string }

const ACCEPTED = '.zip,.geojson,.json,.csv,.gpkg,.kml,.kmz,.dxf,.fgb,.txt'

/** The quarter that has just been, in which clues usually arrive: «2026年第3季度». */
function lastQuarter(now = new Date()): string {
  const quarter = Math.floor(now.getMonth() / 3)
  return quarter === 0 ? `${now.getFullYear() - 1}年第4季度` : `${now.getFullYear()}年第${quarter}季度`
}

export function FileStep({ onReceived, onCancel }: { onReceived: (batchId: string) => void; onCancel: () => void }) {
  const { t } = useTexts()
  const [file, setFile] = useState<Stored | null>(null)
  const upload = useCall('landuse.batch.upload')
  const { layers, asksForCrs } = useAsked(upload.error)
  const send = async (filled: Filled) => {
    if (!file) return
    const { batchId } = await upload.mutateAsync({ ...filled, fileDigest: file.digest, fileName: file.name })
    onReceived(batchId)
  }
  const store = (stored: Stored) => {
    setFile(stored)
    upload.reset()
  }
  return (
    <Form<Filled>
      layout="vertical"
      requiredMark={false}
      initialValues={{ source: 'monitoring', period: lastQuarter() }}
      onFinish={(filled) => void send(filled).catch(() => undefined)}
    >
      <UploadDrop accept={ACCEPTED} hint={t('landuse.import.file.hint')} onStored={store} />
      <div className="import-fields">
        <Form.Item name="source" label={t('landuse.source')}>
          <Radio.Group
            optionType="button"
            options={sources.map((value) => ({ value, label: t(`landuse.source.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="period"
          label={t('landuse.batch.period')}
          rules={[{ required: true, whitespace: true, message: t('landuse.batch.period.hint') }]}
        >
          <Input maxLength={40} placeholder={t('landuse.batch.period.hint')} />
        </Form.Item>
      </div>
      {layers.length > 0 && (
        <Form.Item
          name="layerName"
          label={t('landuse.import.layer')}
          extra={t('landuse.import.layer.why')}
          rules={[{ required: true, message: t('landuse.import.layer') }]}
        >
          <Select options={layers.map((value) => ({ value, label: value }))} />
        </Form.Item>
      )}
      {asksForCrs && <CrsChoice />}
      {upload.error && <RefusalNotice error={upload.error} />}
      <div className="dialog-foot">
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!file} loading={upload.isPending}>
          {t('landuse.import.read')}
        </Button>
      </div>
    </Form>
  )
}

type Asked = { layers: string[]; asksForCrs: boolean }

/** A refusal may be a question: which layer, which coordinate system. Once asked, the question stays. */
function useAsked(error: ProblemError | null): Asked {
  const [asked, setAsked] = useState<Asked>({ layers: [], asksForCrs: false })
  const next = withQuestion(asked, error)
  if (next !== asked) setAsked(next)
  return next
}

function withQuestion(asked: Asked, error: ProblemError | null): Asked {
  if (error?.code === 'formats.layer.several' && asked.layers.length === 0)
    return { ...asked, layers: String(error.params.layers).split(', ') }
  return error?.code === 'formats.crs.unknown' && !asked.asksForCrs ? { ...asked, asksForCrs: true } : asked
}
