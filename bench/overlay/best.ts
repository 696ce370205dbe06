/** Seconds, the best of so many runs after one that warms up; short work is done for `spend` seconds. */
export function best<T>(times: number, spend: number, work: () => T): [seconds: number, result: T] {
  let result = work()
  let seconds = Infinity
  let spent = 0
  for (let k = 0; k < times || spent < spend; k++) {
    const begun = performance.now()
    result = work()
    const passed = (performance.now() - begun) / 1000
    seconds = Math.min(seconds, passed)
    spent += passed
  }
  return [seconds, result]
}
