import type { Module } from '../../kernel/http/action.ts'
import { declineProposal, withdrawProposal } from './actions/answer-proposal.ts'
import { beginDictionary } from './actions/begin-dictionary.ts'
import { changeItems } from './actions/change-items.ts'
import {
  confirmDictionary,
  declineDictionary,
  proposeDictionary,
  withdrawDictionary,
} from './actions/confirm-dictionary.ts'
import { confirmForm } from './actions/confirm-form.ts'
import { discardDictionary } from './actions/discard-dictionary.ts'
import { discardDraft } from './actions/discard-draft.ts'
import { importItems } from './actions/import-items.ts'
import { proposeForm } from './actions/propose-form.ts'
import { saveDraft } from './actions/save-draft.ts'
import { findOrganisations, findPeople } from './queries/find-parties.ts'
import { listDictionaries } from './queries/list-dictionaries.ts'
import { listForms } from './queries/list-forms.ts'
import { exportDictionary, listItems, pickItems, viewDictionary } from './queries/view-dictionary.ts'
import { viewForm, viewFormVersion } from './queries/view-form.ts'

const forForms = [saveDraft, discardDraft, proposeForm, withdrawProposal, declineProposal, confirmForm] as const
const forDictionaries = [
  ...[beginDictionary, changeItems, importItems, discardDictionary],
  ...[proposeDictionary, withdrawDictionary, declineDictionary, confirmDictionary],
] as const

export const forms = {
  name: 'forms',
  title: { zh: '表单与代码表', en: 'Forms and code tables' },
  actions: [...forForms, ...forDictionaries],
  queries: [
    ...[listForms, viewForm, viewFormVersion, listDictionaries, viewDictionary, listItems, pickItems, exportDictionary],
    ...[findPeople, findOrganisations],
  ],
  jobs: [],
} as const satisfies Module
