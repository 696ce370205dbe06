import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { Link as LinkName } from '../../rules/chain.ts'
import type { ChainView } from '../answers.ts'

type Rows = readonly (readonly [name: string, value: ReactNode])[]

/** What each link rests on, in words, with the way to where it is changed. */
export function useChainParts(view: ChainView): Record<LinkName, Rows> {
  const { t, words, said } = useTexts()
  const { item, process, form, steps, sharing, standing } = view
  const named = (key: string, params: Record<string, unknown> = {}) => t(`approvals.chain.${key}`, params)
  const many = (all: string[]) =>
    all.length === 0 ? (
      named('none')
    ) : (
      <ul className="chain-list">
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    )
  const edit = `/items/${item.code}/edit`
  return {
    acceptance: [
      [
        named('form'),
        form ? (
          <Part key="form" to={`/forms/${form.key}`} verb="forms.form.view">
            {named('form.value', { ...form, title: words(form.title) })}
          </Part>
        ) : (
          named('none')
        ),
      ],
      [
        named('materials'),
        <Part key="materials" to={edit} verb="approvals.item.propose">
          {named('materials.value', {
            count: item.materials.length,
            required: item.materials.filter(({ required }) => required).length,
          })}
        </Part>,
      ],
      [named('applicants'), item.applicants.map((kind) => t(`approvals.applicant.${kind}`)).join(t('common.comma'))],
      [named('law'), named('law.value', { count: item.legalBasis.length })],
      [named('state'), t(item.open ? 'approvals.item.isOpen' : 'approvals.item.isClosed')],
    ],
    approval: [
      [
        named('process'),
        <Part key="process" to={`/processes/of/process/${process.key}`} verb="processes.version.list">
          {named('process.value', { title: words(process.title), version: process.version })}
          <Changing view={view} name={process.key} />
        </Part>,
      ],
      [
        named('steps'),
        many(
          steps.map(
            ({ title, role, people, limitDays }) =>
              `${named('step', { title: words(title), role: t(`role.${role}`), people })}${
                limitDays === null ? '' : ` · ${named('step.days', { days: limitDays })}`
              }`,
          ),
        ),
      ],
      [named('cosigners'), many(view.cosigners.map(({ name, people }) => named('section', { name, people })))],
    ],
    decision: [
      [
        named('rules'),
        view.rules.length === 0 ? (
          <Part key="rules" to={edit} verb="approvals.item.propose">
            {named('none')}
          </Part>
        ) : (
          <ul key="rules" className="chain-list">
            {view.rules.map((rule) => (
              <li key={rule.key}>
                <Part to={`/rules/${rule.key}`} verb="processes.rule.view">
                  {named('rule', { ...rule, title: said(rule.title) })}
                  <Changing view={view} name={rule.key} />
                </Part>
              </li>
            ))}
          </ul>
        ),
      ],
      [named('indicators'), view.indicators.map(words).join(t('common.comma')) || named('none')],
      [
        named('signed'),
        steps.flatMap(({ signed, title }) => (signed ? words(title) : [])).join(t('common.comma')) || named('none'),
      ],
      [named('ends'), view.ends.map(({ title }) => words(title)).join(t('common.comma'))],
    ],
    issue: [
      [
        named('document'),
        <Part key="document" to={edit} verb="approvals.item.propose">
          {item.result?.title ?? named('none')}
        </Part>,
      ],
      [named('validity'), item.validity ?? named('none')],
      [named('numbers'), process.numbers],
      [
        named('issued'),
        <Part key="issued" to={`/permits?item=${item.code}`} verb="approvals.result.list">
          {named('issued.value', sharing)}
        </Part>,
      ],
    ],
    supervision: [
      [
        named('limits'),
        named('limits.value', { promised: item.promisedDays, legal: item.legalDays ?? t('approvals.item.noLimit') }),
      ],
      [named('extension'), view.extension ? named('extension.value', view.extension) : named('none')],
      [
        named('standing'),
        <Part key="standing" to={`/tracking?item=${item.code}`} verb="approvals.tracking.overview">
          {named('standing.value', { ...standing, running: standing.running + standing.suspended })}
        </Part>,
      ],
    ],
    sharing: [
      [named('archive'), named('archive.value')],
      [named('store'), named('store.value', sharing)],
      [named('stage'), item.stage ? t(`approvals.stage.${item.stage}`) : named('none')],
    ],
  }
}

/** A part that can be opened by whoever may. */
function Part({ to, verb, children }: { to: string; verb: string; children: ReactNode }) {
  const { can } = useSession()
  return can(verb) ? <Link to={to}>{children}</Link> : <span>{children}</span>
}

/** Somebody is changing it, or it waits for the second person. */
function Changing({ view, name }: { view: ChainView; name: string }) {
  const { t } = useTexts()
  const design = view.designs.find(({ key }) => key === name)
  if (!design) return null
  return (
    <span className="tag chain-changing">
      {t(design.state === 'submitted' ? 'approvals.chain.submitted' : 'approvals.chain.design', { by: design.by })}
    </span>
  )
}
