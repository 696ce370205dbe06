import { useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { checkDefinition } from '../../../../kernel/forms/check-definition.ts'
import { fieldAt, type Path } from '../../rules/edit-definition.ts'
import { FieldList } from './field-list.tsx'
import { FieldProperties } from './field-properties.tsx'
import { FormProperties } from './form-properties.tsx'
import { Preview } from './preview.tsx'
import type { Design } from './use-design.ts'

/** Fields at the left, the properties of the chosen one in the middle, what it looks like at the right. */
export function DrawingBoard({ design }: { design: Design }) {
  const { t } = useTexts()
  const [path, setPath] = useState<Path | null>(null)
  const { definition, change } = design
  const issues = checkDefinition(definition)
  const field = path && fieldAt(definition, path)
  return (
    <div className="board">
      <section className="card board-list" aria-label={t('forms.board.fields')}>
        <FieldList
          definition={definition}
          path={field ? path : null}
          issues={issues}
          onSelect={setPath}
          onChange={change}
        />
      </section>
      <section className="card board-properties" aria-label={t('forms.board.properties')}>
        {field ? (
          <FieldProperties
            key={path.join('.')}
            definition={definition}
            path={path}
            field={field}
            issues={issues}
            onChange={change}
          />
        ) : (
          <FormProperties definition={definition} issues={issues} onChange={change} />
        )}
      </section>
      <section className="board-preview" aria-label={t('forms.board.preview')}>
        <Preview definition={definition} />
      </section>
    </div>
  )
}
