/** Seconds, the best of so many runs after one that warms up; short work is done for half a second. */
export function best<T>(times: number, work: () => T): [seconds: number, result: T] {
  let result = work()
  let seconds = Infinity
  let spent = 0
  for (let k = 0; k < times || spent < 0.5; k++) {
    const begun = performance.now()
    result = work()
    const passed = (performance.now() - begun) / 1000
    seconds = Math.min(seconds, passed)
    spent += passed
  }
  return [seconds, result]
}
