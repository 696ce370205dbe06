import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts as formTexts } from '../../modules/forms/texts.ts'
import { texts as messageTexts } from '../../modules/messages/texts.ts'
import { demoPeople } from '../../tools/demo/people.ts'
import { administrationTexts } from '../ui/i18n/administration.ts'
import { verbFamilyTexts } from '../ui/i18n/verb-families.ts'
import { modules } from './modules.ts'
import { roles } from './roles.ts'
import { services } from './services.ts'

/** Rights that are asked outside actions and queries. */
const BESIDE = ['files.put', 'files.putLarge', 'onemap.imagery', 'jobs.cancel.any', 'casework.delegation.manage']

const verbs = [
  ...modules.flatMap(({ actions, queries }) => [
    ...actions.map(({ verb }) => verb),
    ...queries.map(({ name }) => name),
  ]),
  ...BESIDE,
] as string[]
const covers = (pattern: string, verb: string) =>
  pattern.endsWith('*') ? verb.startsWith(pattern.slice(0, -1)) : pattern === verb
const may = (code: string, verb: string) =>
  roles.find((role) => role.code === code)!.verbs.some((pattern) => covers(pattern, verb))
const holders = (verb: string) => roles.filter(({ code }) => may(code, verb)).map(({ code }) => code)

test('every verb belongs to some role', () => {
  assert.deepEqual(
    verbs.filter((verb) => holders(verb).length === 0),
    [],
  )
})

test('no role names a verb that is not there', () => {
  const patterns = [...new Set(roles.flatMap((role) => role.verbs))]
  assert.deepEqual(
    patterns.filter((pattern) => !verbs.some((verb) => covers(pattern, verb))),
    [],
  )
})

test('services consist of verbs that are there, none of them an administrator’s: what was stopped can be started again', () => {
  const patterns = services.flatMap((service) => service.verbs)
  assert.deepEqual(
    patterns.filter((pattern) => !verbs.some((verb) => covers(pattern, verb))),
    [],
  )
  const closed = verbs.filter((verb) => patterns.some((pattern) => covers(pattern, verb)))
  assert.deepEqual(closed.filter(isAdministrative), [])
  assert.equal(new Set(services.map(({ code }) => code)).size, services.length)
})

test('a role is called the same on every page, in both languages', () => {
  for (const { code, title_zh, title_en } of roles)
    assert.deepEqual(administrationTexts[`role.${code}`], { zh: title_zh, en: title_en }, code)
})

test('whoever gives a role reads what it is for in words', () => {
  const words = { ...verbFamilyTexts, ...formTexts, ...messageTexts }
  const families = new Set(roles.flatMap((role) => role.verbs).filter((verb) => verb.endsWith('.*')))
  assert.deepEqual(
    [...families].filter((family) => !(`verbs.${family.slice(0, -2)}` in words)),
    [],
  )
})

test('duties are kept apart', () => {
  assert.deepEqual(holders('landuse.review.approve'), ['reviewer'])
  assert.deepEqual(holders('landuse.survey.submit'), ['officer'])
  assert.deepEqual(holders('landuse.result.apply'), ['data-manager'])
  assert.deepEqual(holders('casework.case.closeIrregularly'), ['leader'])
  assert.deepEqual(holders('administration.person.add'), ['administrator'])
  assert.deepEqual(holders('administration.right.grant'), ['security-administrator'])
  assert.deepEqual(holders('administration.audit.list'), ['auditor'])
})

/** Phones are administered where they are known: in the module of field work. */
const isAdministrative = (verb: string) =>
  verb.startsWith('administration.') ||
  ['messages.feedback.list', 'messages.feedback.answer'].includes(verb) ||
  verb.startsWith('messages.gateway.') ||
  ['fieldwork.device.list', 'fieldwork.device.revoke'].includes(verb)

/** Everybody's own account, inbox and say. */
const isOwn = (verb: string) =>
  verb === 'administration.password.set' ||
  ['administration.profile.', 'messages.inbox.'].some((own) => verb.startsWith(own)) ||
  ['read', 'view'].some((what) => verb === `messages.news.${what}`) ||
  ['give', 'mine', 'picture'].some((what) => verb === `messages.feedback.${what}`)

test('administrators do no business, and officials administer nothing but their own password', () => {
  for (const { code } of roles) {
    const isAdministrator = ['administrator', 'security-administrator', 'auditor'].includes(code)
    const wrong = verbs.filter(
      (verb) =>
        may(code, verb) && !isOwn(verb) && !verb.startsWith('jobs.') && isAdministrative(verb) !== isAdministrator,
    )
    assert.deepEqual(wrong, [], code)
  }
})

test('the demo people hold roles that exist, each role at least once', () => {
  const held = new Set(demoPeople.flatMap(({ grants }) => grants.map(({ role }) => role)))
  assert.deepEqual([...held].sort(), roles.map(({ code }) => code).sort())
})
