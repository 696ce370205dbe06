import { Type } from '@sinclair/typebox'
import { caseChoices as choicesOf } from '../../../kernel/cases/lists/case-choices.ts'
import { query } from '../../../kernel/http/action.ts'

/** What lists of cases can be filtered by: {businesses, steps, fields, organisations}. */
export const caseChoices = query({
  name: 'casework.case.choices',
  input: Type.Object({}),
  handle: choicesOf,
})
