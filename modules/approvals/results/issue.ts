import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { addToSnapshot } from '../../../kernel/documents/addenda.ts'
import { DOCX, type Paragraph, writeDocx } from '../../../kernel/documents/write-docx.ts'
import { publish } from '../../../kernel/exchange/outbox.ts'
import { action, type Context } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { conflict, Refusal } from '../../../kernel/problems/problem.ts'
import { issuingProblem } from '../rules/issuing.ts'
import { Id } from '../schema.ts'
import { type Decided, decidedCase, linesOf, numberOf } from './decided.ts'

/** 制证发证: the document of a granted application, made from the item's template, kept by its digest and told to the shared store. */
export const issueResult = action({
  verb: 'approvals.result.issue',
  input: Type.Object({ caseId: Id }),
  facts: (context, { caseId }) => decidedCase(context, caseId),
  scope: ({ row }) => ({ area: row.area_code, business: row.business, organisation: row.organisation ?? undefined }),
  refuse: ({ row, item, template, issued }) =>
    issuingProblem({
      ...{ number: row.number, title: item.title.zh, state: row.state, result: row.result, issued },
      ...{ hasTemplate: template !== undefined, documentNumber: numberOf(row) },
    }),
  handle: async (context, _, decided) => {
    const id = newId()
    const code = sm3(id).slice(0, 20).toUpperCase()
    const { digest, size } = await context.files.put(writeDocx(await paragraphsOf(context, decided, code)))
    const kept = { id, code, digest, number: numberOf(decided.row) }
    await keep(context, decided, kept)
    await tell(context, decided, kept)
    const added = await addTo(context, decided, kept, size)
    return { ...kept, added: added?.digest ?? null }
  },
  audit: ({ caseId }, { id, number, digest, added }) => ({
    subject: `case:${caseId}`,
    after: { result: id, number, digest, addendum: added },
  }),
})

/** The heading, the number under it, then the letter; its last two lines, authority and day, stand at the right. */
async function paragraphsOf(context: Context, decided: Decided, code: string): Promise<Paragraph[]> {
  const lines = await linesOf(context, decided, code)
  const foot = lines.length - 2
  return [
    { text: decided.template!.title, style: 'title' },
    { text: numberOf(decided.row), style: 'centre' },
    ...lines.map((text, k): Paragraph => ({ text, style: k >= foot ? 'right' : 'body' })),
    { text: `核验码：${code}`, style: 'body' },
  ]
}

/** The case is archived by now: its snapshot stays sealed, and the document is chained to it. */
const addTo = ({ trx, person, now }: Context, { row, template }: Decided, { number, digest }: Kept, size: number) =>
  addToSnapshot({ trx, by: person.id, now }, row.id, {
    ...{ kind: 'issued', title: template!.title, number },
    file: { digest, size, mediaType: DOCX },
  })

type Kept = { id: string; code: string; digest: string; number: string }

async function keep({ trx, person, now }: Context, decided: Decided, kept: Kept): Promise<void> {
  const { row, item, applicant, template } = decided
  const day = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const { numAffectedRows } =
    await sql`insert into approval_result (id, case_id, item, item_version, number, title, holder,
      area_code, business, decided_on, valid_until, digest, code, issued_at, issued_by)
    values (${kept.id}, ${row.id}, ${item.code}, ${item.version}, ${kept.number}, ${template!.title}, ${applicant}, ${row.area_code},
      ${row.business}, ${day(row.data.decidedOn)}::date, ${day(row.data.validUntil)}::date, ${kept.digest}, ${kept.code}, ${now}, ${person.id})
    on conflict (case_id) do nothing`.execute(trx)
  if (numAffectedRows !== 1n)
    throw new Refusal(conflict('approvals.result.issue.issued', { number: row.number, document: kept.number }))
}

/** 共享: what was granted to whom, where and until when; never the papers of the application. */
async function tell({ trx, now }: Context, { row, item, applicant }: Decided, kept: Kept): Promise<void> {
  const payload = {
    ...{
      id: kept.id,
      state: 'valid',
      item: item.code,
      itemTitle: item.title.zh,
      number: kept.number,
      holder: applicant,
    },
    ...{ caseNumber: row.number, area: row.area_code, decidedOn: row.data.decidedOn ?? null },
    ...{ validUntil: row.data.validUntil ?? null, digest: kept.digest, code: kept.code },
  }
  await publish(trx, { topic: 'approvals.result', key: kept.id, payload }, now)
}
