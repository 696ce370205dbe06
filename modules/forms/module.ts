import type { Module } from '../../kernel/http/action.ts'
import { declineProposal, withdrawProposal } from './actions/answer-proposal.ts'
import { beginDictionary } from './actions/begin-dictionary.ts'
import { changeItems } from './actions/change-items.ts'
import { confirmForm } from './actions/confirm-form.ts'
import { discardDraft } from './actions/discard-draft.ts'
import { importItems } from './actions/import-items.ts'
import { proposeForm } from './actions/propose-form.ts'
import { discardDictionary, publishDictionary } from './actions/publish-dictionary.ts'
import { saveDraft } from './actions/save-draft.ts'
import { findOrganisations, findPeople } from './queries/find-parties.ts'
import { listDictionaries } from './queries/list-dictionaries.ts'
import { listForms } from './queries/list-forms.ts'
import { exportDictionary, listItems, pickItems, viewDictionary } from './queries/view-dictionary.ts'
import { viewForm, viewFormVersion } from './queries/view-form.ts'

const forForms = [saveDraft, discardDraft, proposeForm, withdrawProposal, declineProposal, confirmForm] as const
const forDictionaries = [beginDictionary, changeItems, importItems, publishDictionary, discardDictionary] as const

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
