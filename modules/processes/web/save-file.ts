/** Hands a file to the person in front of the page. */
export function saveFile(name: string, content: string, mediaType: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: mediaType }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
