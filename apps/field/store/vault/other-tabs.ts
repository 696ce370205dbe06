/** What one tab tells the others of this phone: a person's rows were locked, or opened. */
type Told = { person: string; is: 'locked' | 'open' }

const channel = new BroadcastChannel('yutu-field-vault')
// Outside a browser it must not keep the process alive.
;(channel as { unref?: () => void }).unref?.()

export const tellTabs = (told: Told): void => channel.postMessage(told)

export function onTabs(hear: (told: Told) => void): void {
  channel.onmessage = ({ data }: MessageEvent<Told>) => hear(data)
}
