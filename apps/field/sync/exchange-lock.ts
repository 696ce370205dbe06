/** Held by the one tab that sends and fetches. */
export const EXCHANGE = 'yutu-field-sync'

/** Whether any tab of this phone does. */
export async function isExchanging(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === EXCHANGE)
}
