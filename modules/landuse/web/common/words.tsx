import { StatusDot, type Tone } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { Conclusion } from '../../schema.ts'

const TONES: Record<Conclusion, Tone> = { lawful: 'good', suspect: 'bad', manual: 'warning' }

/** 合法 疑似违法 需人工: a dot and a word. */
export function ConclusionDot({ conclusion }: { conclusion: Conclusion | null }) {
  const { t } = useTexts()
  if (!conclusion) return <StatusDot tone="idle">{t('landuse.conclusion.none')}</StatusDot>
  return <StatusDot tone={TONES[conclusion]}>{t(`landuse.conclusion.${conclusion}`)}</StatusDot>
}

/** What occupies farmland or a control line is said first and in red. */
const GRAVE = new Set(['占永农', '占耕地', '占红线', '未批先用', '批准已失效', '与批准用途不符'])

export function Tags({ tags }: { tags: readonly string[] }) {
  const { t } = useTexts()
  if (tags.length === 0) return <span className="quiet">—</span>
  return (
    <span className="landuse-tags">
      {tags.map((tag) => (
        <span key={tag} className={GRAVE.has(tag) ? 'tag tag-grave' : 'tag'}>
          {t(`landuse.tag.${tag}`)}
        </span>
      ))}
    </span>
  )
}
