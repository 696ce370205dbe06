import { useEffect, useState } from 'react'

export function Thumbnail({ image, alt }: { image: Uint8Array<ArrayBuffer>; alt: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([image], { type: 'image/jpeg' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [image])
  return <img className="thumbnail" src={address} alt={alt} />
}
