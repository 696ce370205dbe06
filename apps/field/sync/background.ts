type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

/** Asks the browser to wake the page when the network is back, where it can (Chrome and Samsung on Android; not iOS, not Firefox). */
export async function askToBeWoken(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration('/field/')) as WithSync | undefined
  await registration?.sync?.register('yutu-field-send').catch(() => undefined)
}

/** Gives what ends the listening. */
export function onWoken(send: () => void): () => void {
  const heard = ({ data }: MessageEvent) => data === 'send' && send()
  navigator.serviceWorker?.addEventListener('message', heard)
  return () => navigator.serviceWorker?.removeEventListener('message', heard)
}
