import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOGIN } from '../../../kernel/identity/login-spelling.ts'
import { refusePassword } from '../../../kernel/identity/password-policy.ts'
import { refuseMixing } from './exclusive-roles.ts'

const passwords: [string, string | undefined][] = [
  ['short', 'too-short'],
  ['linzhiyuan 2026!', 'contains-login'],
  ['LinZhiYuan 2026!', 'contains-login'],
  ['aaaabbbbccccdddd', 'too-simple'],
  ['清晨的河湾有一只白鹭飞过', undefined],
  ['correct horse battery', undefined],
]
for (const [password, reason] of passwords) {
  test(`«${password}» is ${reason ?? 'good enough'} as a password of linzhiyuan`, () => {
    const code = refusePassword(password, 'linzhiyuan')?.code
    assert.equal(code, reason && `administration.password.set.${reason}`)
  })
}

test('the three administrators are three people; other roles go together', () => {
  assert.equal(refuseMixing('auditor', ['officer', 'administrator'])?.params?.other, 'administrator')
  assert.ok(refuseMixing('administrator', ['security-administrator']))
  assert.equal(refuseMixing('auditor', ['auditor']), undefined, 'the same role elsewhere')
  assert.equal(refuseMixing('officer', ['auditor']), undefined)
  assert.equal(refuseMixing('reviewer', ['officer']), undefined)
})

for (const [login, good] of [
  ['linzhiyuan', true],
  ['lin.zhi-yuan_2', true],
  ['Lin', false],
  ['2lin', false],
  ['li', false],
  ['lin zhiyuan', false],
  ['林志远', false],
] as const) {
  test(`«${login}» is ${good ? 'a' : 'no'} login`, () => assert.equal(new RegExp(LOGIN).test(login), good))
}
