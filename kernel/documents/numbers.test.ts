import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'
import { newId } from '../identity/new-id.ts'
import { addPerson } from '../identity/people.ts'
import { takeNumber, takeNumbers, voidNumber } from './numbers.ts'

const now = new Date('2026-11-22T08:00:00Z')
const pattern = '沪地资凭〔{year}〕{serial:4}号'
const of = (year: number, area = '310000') => ({ year, area })

test('Numbers run without a gap within their year and begin again in the next', () =>
  inRollback(async (trx) => {
    assert.equal(await takeNumber(trx, pattern, of(2024), 'certificate:1', now), '沪地资凭〔2024〕0001号')
    assert.deepEqual(await takeNumbers(trx, pattern, of(2024), ['certificate:2', 'certificate:3'], now), [
      '沪地资凭〔2024〕0002号',
      '沪地资凭〔2024〕0003号',
    ])
    assert.equal(await takeNumber(trx, pattern, of(2025), 'certificate:4', now), '沪地资凭〔2025〕0001号')
    assert.equal(await takeNumber(trx, '{area}-{serial}', of(2025, '610799'), 'case:1', now), '610799-1')
  }))

test('What is taken in an act that fails is not missing afterwards', () =>
  inRollback(async (trx) => {
    await sql`savepoint act`.execute(trx)
    await takeNumber(trx, pattern, of(2024), 'certificate:1', now)
    await sql`rollback to savepoint act`.execute(trx)
    assert.equal(await takeNumber(trx, pattern, of(2024), 'certificate:2', now), '沪地资凭〔2024〕0001号')
  }))

test('A voided number stays recorded with its reason and is never given again', () =>
  inRollback(async (trx) => {
    const organisation = newId()
    await sql`insert into organisation (id, code, name) values (${organisation}, 'bureau', '局')`.execute(trx)
    const fang = await addPerson(trx, { login: 'fang', name: '王芳', organisation })
    const number = await takeNumber(trx, pattern, of(2024), 'certificate:1', now)
    await voidNumber(trx, number, '打印错误', fang, now)
    await assert.rejects(voidNumber(trx, number, '再次', fang, now), /number\.not-in-use/)
    assert.equal(await takeNumber(trx, pattern, of(2024), 'certificate:2', now), '沪地资凭〔2024〕0002号')
    await assert.rejects(takeNumber(trx, '没有序号', of(2024), 'certificate:3', now), /number\.no-serial/)
  }))
