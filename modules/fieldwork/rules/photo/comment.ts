/**
 * The bytes of a JPEG with a text in a comment segment (ISO/IEC 10918-1 B.2.4.5) right behind its first marker: parts for a Blob, so that
 * the picture itself is not copied. What the camera has written stays as it is.
 * @throws RangeError when the bytes are not a JPEG or the text is too long
 */
export function withComment(jpeg: Uint8Array, text: string): Uint8Array[] {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new RangeError('not a JPEG')
  const body = new TextEncoder().encode(text)
  const length = body.length + 2
  if (length > 0xffff) throw new RangeError('the text is too long for a comment')
  return [jpeg.subarray(0, 2), Uint8Array.of(0xff, 0xfe, length >> 8, length & 0xff), body, jpeg.subarray(2)]
}
