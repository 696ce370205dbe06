import { Alert, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ask } from '../../../../apps/ui/api.ts'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { Row } from './applicant-part.tsx'
import type { Filed } from './filed.ts'

type Found = AnswerOf<'casework.case.mainContract'>['found']

/** SH073: the main contract's case by its number; while it is open the filer is warned, and files only by saying so. */
export function MainContract({ filed, onChange }: { filed: Filed; onChange: (part: Partial<Filed>) => void }) {
  const { t } = useTexts()
  const [found, setFound] = useState<Found | undefined>()
  const [error, setError] = useState<unknown>(null)
  const look = async (number: string) => {
    if (number.trim() === '') return
    try {
      const { found } = await ask<{ found: Found }>('casework.case.mainContract', { number: number.trim() })
      setFound(found)
      setError(null)
      onChange({ mainCase: found && { id: found.id, isOpen: found.isOpen }, despiteOpenMain: false })
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className="form">
      <Row label={t('approvals.main.number')}>
        {(id) => (
          <Input.Search
            id={id}
            enterButton={t('approvals.main.look')}
            value={filed.mainNumber}
            placeholder={t('approvals.main.hint')}
            onChange={({ target }) => onChange({ mainNumber: target.value, mainCase: null })}
            onSearch={(number) => void look(number)}
          />
        )}
      </Row>
      <RefusalNotice error={error} />
      {found === null && !filed.mainCase && <p className="form-issue">{t('approvals.main.none')}</p>}
      {filed.mainCase && (
        <Alert
          type={filed.mainCase.isOpen ? 'warning' : 'success'}
          showIcon
          role="alert"
          title={t(filed.mainCase.isOpen ? 'approvals.main.isOpen' : 'approvals.main.isClosed', {
            number: filed.mainNumber,
          })}
          description={
            <>
              <Link to={`/cases/${filed.mainCase.id}`}>{found?.title ?? filed.mainNumber}</Link>
              {filed.mainCase.isOpen && (
                <div>
                  <Checkbox
                    checked={filed.despiteOpenMain}
                    onChange={({ target }) => onChange({ despiteOpenMain: target.checked })}
                  >
                    {t('approvals.main.despite')}
                  </Checkbox>
                </div>
              )}
            </>
          }
        />
      )}
    </div>
  )
}
