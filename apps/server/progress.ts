const WIDTH = 28

/** A bar that redraws itself on a terminal, and one line per stage where output is kept. Writes to standard error. */
export function progressBar(title: string): { step(done: number, total: number): void; end(note?: string): void } {
  const started = Date.now()
  const live = process.stderr.isTTY
  if (!live) process.stderr.write(`${title}…\n`)
  return {
    step(done, total) {
      if (!live) return
      const share = total > 0 ? Math.min(1, done / total) : 0
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
      process.stderr.write(`\r${title} ${bar} ${done}${total > 0 ? ` / ${total}` : ''}   `)
    },
    end(note = '') {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      process.stderr.write(`${live ? '\r\x1b[K' : ''}${title} ✓ ${note} ${seconds} s\n`)
    },
  }
}
