import type { TestEvent } from 'node:test/reporters'

/** Failures and skips in full, passes as a dot and a count: what a person wants to read at the end of a long run. */
export default async function* summary(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const count = { passed: 0, failed: 0, skipped: 0 }
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { name, file, skip, todo, details } = event.data
    if (details.type === 'suite') continue
    if (skip !== undefined) {
      count.skipped++
      yield `\nskipped: ${name}${typeof skip === 'string' ? ` (${skip})` : ''}`
    } else if (event.type === 'test:pass') {
      count.passed++
      yield '.'
    } else if (todo === undefined) {
      count.failed++
      const { error } = details as { error?: Error & { cause?: Error } }
      yield `\n✖ ${name}\n  ${file}\n${error?.cause?.stack ?? error?.stack ?? error?.message ?? ''}\n`
    }
  }
  yield `\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`
}
