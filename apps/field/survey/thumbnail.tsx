import { useEffect, useState } from 'react'

export function Thumbnail({ image, alt }: { image: Blob; alt: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(image)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [image])
  return <img className="thumbnail" src={address} alt={alt} />
}
