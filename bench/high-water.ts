import { readFileSync, writeFileSync } from 'node:fs'

/** What `work` takes, and the highest use of memory during it less that before it, in bytes. Linux only. */
export function timeAndMemory(work: () => void): { seconds: number; memory: number } {
  globalThis.gc?.()
  // From here on the high-water mark of the process counts anew.
  writeFileSync('/proc/self/clear_refs', '5')
  const before = highWater()
  const begun = performance.now()
  work()
  return { seconds: (performance.now() - begun) / 1000, memory: highWater() - before }
}

function highWater(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) * 1024
}
