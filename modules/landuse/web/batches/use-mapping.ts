import { useState } from 'react'
import { useCall } from '../../../../apps/ui/queries.ts'
import type { BatchView } from '../answers.ts'

/** The mapping as it stands on the screen: the server's proposal with what the reader changed. */
export function useMapping({ id, mapping: proposed, wanted, mappingMissing }: BatchView) {
  const [changes, setChanges] = useState<Record<string, string | undefined>>({})
  const call = useCall('landuse.batch.confirmMapping')
  const mapping = Object.fromEntries(
    Object.entries({ ...proposed, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return {
    mapping,
    isChanged: Object.keys(changes).length > 0 || mappingMissing.length > 0,
    isComplete: wanted.every(({ name, required }) => !required || mapping[name] !== undefined),
    /** A source field feeds one wanted field: choosing it here takes it from where it was. */
    choose: (name: string, field: string | undefined) =>
      setChanges((before) => {
        const holder = Object.keys(mapping).find((other) => other !== name && mapping[other] === field)
        return { ...before, ...(field !== undefined && holder && { [holder]: undefined }), [name]: field }
      }),
    confirm: () => call.mutateAsync({ batchId: id, mapping }),
    error: call.error,
    isPending: call.isPending,
  }
}
