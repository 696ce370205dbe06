/** Chinese characters and full-width signs take two places of the room in a line. */
const widthOf = (letter: string): number => (letter > '\u2E7F' ? 2 : 1)

/**
 * A title in at most two lines of `room` places: broken between words where there are any, what is too long ends with «…».
 */
export function inLines(text: string, room: number): string[] {
  const [first, rest] = cut(text, room)
  if (rest === '') return [first]
  const [second, left] = cut(rest, room)
  return [first, left === '' ? second : `${cut(second, room - 2)[0]}…`]
}

function cut(text: string, room: number): [line: string, rest: string] {
  const letters = [...text]
  let taken = 0
  const full = letters.findIndex((letter) => {
    taken += widthOf(letter)
    return taken > room
  })
  if (full < 0) return [text, '']
  const space = letters.slice(0, full + 1).lastIndexOf(' ')
  const at = space > 0 ? space : full
  return [letters.slice(0, at).join(''), letters.slice(at).join('').trimStart()]
}
