import type { DictionaryItem } from './dictionary.ts'

/** The first character of each initial in the order of Pinyin: a character has the initial of the last it does not precede. */
const FIRSTS = [...'吖八嚓哒妸发旮哈丌咔垃呣拏噢妑七呥仨他哇夕丫匝']
const INITIALS = 'abcdefghjklmnopqrstwxyz'
const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
const known = new Map<string, string>()

/** «水浇地» → «sjd»; letters and digits stay. A character with two readings has its more usual one. */
export function initialsOf(text: string): string {
  return [...text.toLowerCase()].map((letter) => initialOf(letter)).join('')
}

function initialOf(letter: string): string {
  if (/[a-z0-9]/.test(letter)) return letter
  if (!/\p{Script=Han}/u.test(letter)) return ''
  const found = known.get(letter) ?? INITIALS[FIRSTS.findLastIndex((first) => pinyin.compare(letter, first) >= 0)] ?? ''
  known.set(letter, found)
  return found
}

/** How well it fits: the code begins so, the words do, the initials do, or the words contain it; undefined: not at all. */
export function rankOf({ code, title }: DictionaryItem, text: string): number | undefined {
  const sought = text.trim().toLowerCase()
  if (sought === '') return 0
  if (code.toLowerCase().startsWith(sought)) return 1
  if (title.zh.startsWith(sought) || title.en.toLowerCase().startsWith(sought)) return 2
  if (/^[a-z0-9]+$/.test(sought) && initialsOf(title.zh).startsWith(sought)) return 3
  if (title.zh.includes(sought) || title.en.toLowerCase().includes(sought)) return 4
  return /^[a-z0-9]+$/.test(sought) && initialsOf(title.zh).includes(sought) ? 5 : undefined
}

/** The best first; items of the same rank keep the table's order. */
export function searchItems(
  items: readonly DictionaryItem[],
  text: string,
  limit = Number.POSITIVE_INFINITY,
): DictionaryItem[] {
  const found = items.flatMap((item, place) => {
    const rank = rankOf(item, text)
    return rank === undefined ? [] : [{ item, rank, place }]
  })
  return found
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, limit)
    .map(({ item }) => item)
}
