import { sql } from 'kysely'
import { today } from '../../../kernel/cases/limits.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { readCase } from '../../../kernel/cases/standing.ts'
import type { CaseRow } from '../../../kernel/cases/tables.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { type Item, readItem } from '../items/store.ts'
import { dayInWords, fillTemplate, type ResultTemplate, wordsOf } from '../rules/result-text.ts'

/** A case and the item it was filed by; `template`: that of the item as filed, else of its newest version. */
export type Decided = {
  row: CaseRow
  item: Item
  applicant: string
  template: ResultTemplate | undefined
  /** number of the document handed over before, if one was */
  issued: string | null
}

export async function decidedCase(context: Context, caseId: string): Promise<Decided> {
  const row = await readCase(context, caseId)
  const { rows } = await sql<{ item: string; version: number; applicant: string; issued: string | null }>`select a.item,
      a.item_version as version, a.applicant_name as applicant, r.number as issued
    from approval_case a left join approval_result r on r.case_id = a.case_id where a.case_id = ${caseId}`.execute(
    context.trx,
  )
  const [filed] = rows
  if (!filed) throw new Refusal(notFound('approvals.case.not-filed', { number: row.number }))
  const item = await readItem(context.trx, filed.item, filed.version)
  const template = item.result ?? (await readItem(context.trx, filed.item)).result
  return { row, item, template, applicant: filed.applicant, issued: filed.issued }
}

/** The number the document carries: the decision's, the certificate's or the slip's. */
export function numberOf({ data }: Pick<CaseRow, 'data'>): string {
  const number = data.certificateNumber ?? data.decisionNumber ?? data.slipNumber
  return typeof number === 'string' ? number.trim() : ''
}

/** The paragraphs of the document, every name replaced by what the case says. */
export async function linesOf(context: Context, decided: Decided, code: string): Promise<string[]> {
  const { row, item, applicant, template } = decided
  const process = await readProcess(context.trx, row.process, row.process_version)
  const form = process.filing ? await readForm(context.trx, process.filing.form) : null
  const words = {
    ...(form ? wordsOf(form, row.data) : {}),
    ...{
      number: numberOf(row),
      applicant,
      item: item.title.zh,
      case: row.number,
      law: item.legalBasis.join('、'),
      code,
    },
    ...{
      area: await areaName(context, row.area_code),
      bureau: await bureauOf(context),
      today: dayInWords(today(context.now)),
    },
  }
  return fillTemplate(template!, words)
}

async function areaName({ trx }: Context, code: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from area where code = ${code}`.execute(trx)
  return rows[0]?.name ?? code
}

/** The authority in whose name it is decided: the root of the organisations of whoever hands it over. */
async function bureauOf({ trx, person }: Context): Promise<string> {
  const { rows } = await sql<{ name: string }>`with recursive up as (
      select o.id, o.name, o.parent from organisation o join person p on p.organisation = o.id where p.id = ${person.id}
      union all select o.id, o.name, o.parent from organisation o join up on up.parent = o.id)
    select name from up where parent is null`.execute(trx)
  return rows[0]?.name ?? ''
}
