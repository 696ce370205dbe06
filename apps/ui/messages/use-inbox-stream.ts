import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listenToMessages } from './message-stream.ts'

/** Whatever is on screen of the inbox is asked again when the server says it has changed. `person`: whose; undefined: nobody's. */
export function useInboxStream(person: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!person) return undefined
    return listenToMessages(() => void client.invalidateQueries({ queryKey: ['messages.inbox.list'] }))
  }, [client, person])
}
