import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { grantRole } from '../../kernel/identity/people.ts'
import { messagesOf, unreadOf } from '../../kernel/messages/inbox.ts'
import { sendMessage } from '../../kernel/messages/send-message.ts'
import { act, ask, testFiles } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { organisationOf, settle } from '../../testing/people.ts'
import { answerFeedback, giveFeedback } from './feedback/give-feedback.ts'
import { feedbackPicture, listFeedback, myFeedback } from './feedback/read-feedback.ts'
import { deleteInbox, listInbox, readInbox } from './inbox/inbox.ts'
import { newsForMe, viewNews } from './news/read-news.ts'
import { publishNews, saveNews, withdrawNews } from './news/write-news.ts'

const now = new Date()
const hasCode = (code: string) => (error: { problem?: { code: string } }) => error.problem?.code === code

/** Lin writes; Ma works for a team of the institute, in one town; Yang for the bureau, everywhere. */
async function readers(trx: Trx) {
  const lin = await settle(trx, { name: '林志远', verbs: ['messages.*'], organisation: 'bureau' })
  const ma = await settle(trx, { name: '马东', verbs: ['messages.*'], organisation: 'team', area: '610799101' })
  const yang = await settle(trx, { name: '杨帆', verbs: ['messages.*'], organisation: 'bureau' })
  const [team, institute] = [await organisationOf(trx, 'team'), await organisationOf(trx, 'institute')]
  await sql`update organisation set parent = ${institute} where id = ${team}`.execute(trx)
  return { lin, ma, yang, institute }
}
type Readers = Awaited<ReturnType<typeof readers>>
const story = (title: string, tell: (trx: Trx, people: Readers) => Promise<void>) =>
  test(title, () => inRollback(async (trx) => tell(trx, await readers(trx))))

story('SH099 the inbox pages on, counts by kind, is read and emptied; it is one’s own', async (trx, { ma, yang }) => {
  for (let n = 0; n < 5; n++)
    await sendMessage(trx, { to: [ma.id], kind: n < 3 ? 'task' : 'news', title: `t${n}` }, new Date(now.getTime() + n))
  const first = await ask(trx, ma, listInbox, { limit: 3 })
  assert.deepEqual(
    first.items.map(({ title }) => title),
    ['t4', 't3', 't2'],
  )
  assert.deepEqual([first.unread, first.byKind], [5, { task: 3, news: 2 }])
  const second = await ask(trx, ma, listInbox, { limit: 3, before: first.next! })
  assert.deepEqual([second.items.map(({ title }) => title), second.next], [['t1', 't0'], null])
  assert.deepEqual(await act(trx, yang, deleteInbox, { which: 'all' }), { deleted: 0 })
  assert.deepEqual(await act(trx, ma, readInbox, { which: { kind: 'task' } }), { read: 3 })
  assert.deepEqual(await act(trx, ma, deleteInbox, { which: { ids: [first.items[0]!.id] } }), { deleted: 1 })
  assert.equal((await ask(trx, ma, listInbox, {})).unread, 1)
})

const item = { title: '举证要求', body: '每个图斑至少四张照片。' }

story(
  'SH098 news for an organisation reaches those below it, once; withdrawn it leaves the inboxes',
  async (trx, { lin, ma, yang, institute }) => {
    const { id } = await act(trx, lin, saveNews, { ...item, organisations: [institute], areas: [] })
    assert.equal((await ask(trx, ma, newsForMe, {})).rows.length, 0, 'a draft is nobody’s')
    assert.deepEqual(await act(trx, lin, publishNews, { id }), { readers: 1 })
    assert.equal((await ask(trx, ma, viewNews, { id })).title, '举证要求')
    await assert.rejects(ask(trx, yang, viewNews, { id }), hasCode('messages.news.unknown'))
    assert.deepEqual(
      (await messagesOf(trx, ma.id, { limit: 9 })).map(({ kind, link }) => [kind, link]),
      [['news', { news: id }]],
    )
    const change = act(trx, lin, saveNews, { id, ...item, organisations: [], areas: [] })
    await assert.rejects(change, hasCode('messages.news.save.out'))
    await assert.rejects(act(trx, lin, publishNews, { id }), hasCode('messages.news.save.out'))
    await act(trx, lin, withdrawNews, { id })
    assert.equal((await unreadOf(trx, ma.id)).unread, 0)
    await assert.rejects(ask(trx, ma, viewNews, { id }), hasCode('messages.news.unknown'))
    await assert.rejects(act(trx, lin, withdrawNews, { id }), hasCode('messages.news.withdraw.not-out'))
  },
)

story('SH098 news for an area reaches those who may do something there', async (trx, { lin, ma, yang }) => {
  const other = await settle(trx, { name: '别镇', verbs: ['messages.*'], area: '610799102' })
  const { id } = await act(trx, lin, saveNews, { ...item, organisations: [], areas: ['610799101'] })
  await act(trx, lin, publishNews, { id })
  for (const reader of [ma, yang, lin])
    assert.equal((await ask(trx, reader, newsForMe, {})).rows.length, 1, reader.name)
  assert.equal((await ask(trx, other, newsForMe, {})).rows.length, 0)
  await grantRole(trx, { person: other.id, role: other.rights[0]!.role, area: '610799' })
  assert.equal((await ask(trx, other, newsForMe, {})).rows.length, 1)
})

story(
  'SH135 feedback keeps its picture, counts once however often it is sent, and its answer is a message',
  async (trx, { lin, ma, yang }) => {
    const { digest } = await testFiles.put(new TextEncoder().encode('a picture'))
    const id = '0198a0b0-0000-7000-8000-00000000000a'
    const given = { id, kind: 'wish', body: '希望按村下载', picture: { digest, mediaType: 'image/png' } }
    await act(trx, ma, giveFeedback, given)
    await act(trx, ma, giveFeedback, given)
    assert.deepEqual(
      (await ask(trx, ma, myFeedback, {})).rows.map(({ body, hasPicture, reply }) => [body, hasPicture, reply]),
      [['希望按村下载', true, null]],
    )
    assert.equal((await ask(trx, yang, myFeedback, {})).rows.length, 0)
    const missing = act(trx, ma, giveFeedback, {
      ...given,
      picture: { digest: '0'.repeat(64), mediaType: 'image/png' },
    })
    await assert.rejects(missing, hasCode('messages.feedback.give.no-picture'))
    await act(trx, lin, answerFeedback, { id, reply: '下一版支持' })
    await assert.rejects(
      act(trx, yang, answerFeedback, { id, reply: '再答' }),
      hasCode('messages.feedback.answer.done'),
    )
    assert.equal((await ask(trx, lin, listFeedback, { open: true })).rows.length, 0)
    const [told] = await messagesOf(trx, ma.id, { limit: 1 })
    assert.deepEqual([told?.kind, told?.params.reply], ['feedback', '下一版支持'])
    assert.equal((await ask(trx, ma, feedbackPicture, { id })).mediaType, 'image/png')
    const stranger = await settle(trx, { name: '别人', verbs: ['messages.feedback.picture'] })
    await assert.rejects(ask(trx, stranger, feedbackPicture, { id }), hasCode('messages.feedback.unknown'))
  },
)
