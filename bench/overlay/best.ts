import { processorSeconds } from './processor.ts'

/** Seconds on the clock and of processor; each the least of some runs. */
export type Time = { seconds: number; processor: number }

/** The best of so many runs after one that warms up; short work is done for `spend` seconds. */
export function best<T>(times: number, spend: number, work: () => T): Time & { result: T } {
  let result = work()
  let [seconds, processor] = [Infinity, Infinity]
  let spent = 0
  for (let k = 0; k < times || spent < spend; k++) {
    const [begun, used] = [performance.now(), processorSeconds()]
    result = work()
    const passed = (performance.now() - begun) / 1000
    seconds = Math.min(seconds, passed)
    processor = Math.min(processor, processorSeconds() - used)
    spent += passed
  }
  return { seconds, processor, result }
}
