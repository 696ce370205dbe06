import { checkForm, mergeValues } from '../forms/check-form.ts'
import type { FormDefinition, FormIssue, FormValues } from '../forms/definition.ts'
import { readForm } from '../forms/store.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import type { CaseProcess } from './case-process.ts'
import { aroundForm } from './forms/form-around.ts'
import { keepFormFiles } from './forms/form-files.ts'
import { type NewCase, type OpenedCase, openCase } from './open-case.ts'
import { readProcess } from './publish-process.ts'
import type { LinkKind } from './tables.ts'
import { type LinkWarning, linkCases } from './talk/links.ts'
import type { CaseWork } from './work.ts'

/**
 * `data`: the filing form as filled in; checked, and only fields writable at the filing are taken. `facts`: what the
 * business knows beside it, unchecked. `links`: from each of these cases to the new one, as `linkCases` means the kind.
 */
export type Filing = Omit<NewCase, 'data'> & {
  data: FormValues
  facts?: Record<string, unknown>
  links?: { caseId: string; kind: LinkKind }[]
}

export type FiledCase = OpenedCase & { warnings: LinkWarning[] }

/** 立案 at the desk, on the newest version of a process that has a filing. Throws a Refusal with every fault counted. */
export async function fileCase(work: CaseWork, processKey: string, filing: Filing): Promise<FiledCase> {
  const { data, facts, links = [], ...request } = filing
  const filled = await filledIn(work, await readProcess(work.trx, processKey), data)
  if ('issues' in filled) throw new Refusal(formProblem(filled.form, filled.issues))
  const opened = await openCase(work, processKey, { ...request, data: { ...filled.values, ...facts } })
  await keepFormFiles(work, opened.id, filled.form, {}, filled.values)
  const warnings: LinkWarning[] = []
  for (const { caseId, kind } of links) {
    const warning = await linkCases(work, caseId, opened.id, kind)
    if (warning) warnings.push(warning)
  }
  return { ...opened, warnings }
}

/** The filing form's values as they are kept, or every fault. Throws a Refusal where the process has no filing. */
async function filledIn(
  work: CaseWork,
  { filing, title }: CaseProcess,
  data: FormValues,
): Promise<{ form: FormDefinition } & ({ values: FormValues } | { issues: FormIssue[] })> {
  if (!filing) throw new Refusal(invalid('cases.file.not-general', { process: title.zh }))
  const form = await readForm(work.trx, filing.form)
  const { values, issues } = mergeValues(form, {}, data, filing, work.person?.id)
  const found = [...issues, ...checkForm(form, values, filing, await aroundForm(work, null, form, values))]
  return found.length > 0 ? { form, issues: found } : { form, values }
}

/** The field by its name, which the sender knows, and by its titles, which the officer knows. */
function formProblem({ fields }: FormDefinition, [first, ...others]: FormIssue[]) {
  const { field, code: issue } = first!
  const title = fields.find(({ name }) => name === field)?.title ?? { zh: field, en: field }
  const count = others.length + 1
  return invalid('cases.file.form-not-complete', { field, titleZh: title.zh, titleEn: title.en, issue, count })
}
