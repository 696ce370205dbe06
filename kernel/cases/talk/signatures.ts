import { sql } from 'kysely'
import { isStroke, type Stroke } from '../../forms/signature.ts'
import { newId } from '../../identity/new-id.ts'
import { conflict, invalid, Refusal, refuseIf } from '../../problems/problem.ts'
import type { CaseProcess } from '../case-process.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'

export type KeptSignature = Stroke & { id: string; consentedAt: Date }

/** 留存签名: drawn by the person themselves, with their consent that it stands under what they decide. Takes the place of the last. */
export async function keepSignature(work: CaseWork, { path, width, height }: Stroke): Promise<string> {
  if (!isStroke({ path, width, height })) throw new Refusal(invalid('cases.signature.not-drawn'))
  await endSignature(work)
  const id = newId()
  const drawn = { id, person: actorOf(work).id, path, width, height, consented_at: work.now, ended_at: null }
  await tablesOf(work).insertInto('signature').values(drawn).execute()
  return id
}

/** Consent taken back: nothing more is signed with it; what was signed stays. */
export async function endSignature(work: CaseWork): Promise<void> {
  await sql`update signature set ended_at = ${work.now} where person = ${actorOf(work).id}
    and ended_at is null`.execute(work.trx)
}

export async function ownSignature(work: CaseWork): Promise<KeptSignature | undefined> {
  const { rows } = await sql<KeptSignature>`select id, path, width, height, consented_at as "consentedAt" from signature
    where person = ${actorOf(work).id} and ended_at is null`.execute(work.trx)
  return rows[0]
}

/** Must what is decided at this step be signed by hand? */
export const isSigned = ({ signed = [] }: Pick<CaseProcess, 'signed'>, step: string): boolean => signed.includes(step)

/** The signature an opinion at this step is to carry; undefined where none is asked for, refused where there is none. */
export async function signatureFor(
  work: CaseWork,
  process: CaseProcess,
  step: string,
  opinion: string | undefined,
): Promise<string | undefined> {
  if (!isSigned(process, step)) return undefined
  refuseIf(opinion?.trim() ? undefined : conflict('cases.signature.no-opinion', { step }))
  const own = await ownSignature(work)
  if (!own) throw new Refusal(conflict('cases.signature.none', { step }))
  return own.id
}
