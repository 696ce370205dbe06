import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Whatever is on screen of the inbox is asked again when the server says it has changed, on this page or another. */
export function useInboxStream(isOn: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!isOn) return undefined
    const stream = new EventSource('/api/messages/stream')
    const again = () => void client.invalidateQueries({ queryKey: ['messages.inbox.list'] })
    stream.addEventListener('message', again)
    stream.addEventListener('unread', again)
    return () => stream.close()
  }, [client, isOn])
}
