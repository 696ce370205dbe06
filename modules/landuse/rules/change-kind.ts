import type { ChangeKind } from '../schema.ts'

/** Words of deliveries, most telling first. */
const words: [RegExp, ChangeKind][] = [
  [/拆除|复垦|复绿|恢复/, 'restored'],
  [/临时/, 'temporary'],
  [/设施农|大棚|温室|畜禽|养殖棚/, 'facility'],
  [/推填|推土|填土|动土|堆土|堆放|平整|取土/, 'earthwork'],
  [/园地|果园|茶园|林地|苗木|草坪|草皮|种植|非粮/, 'planting'],
  [/坑塘|鱼塘|水面|挖塘|水域/, 'water'],
  [/建|房|厂|道路|公路|硬化|光伏|仓库|住宅|工业|采矿|building|construction/i, 'building'],
]

/** 三调 classes by what land of that class is used for. */
const classes: [RegExp, ChangeKind][] = [
  [/^1202/, 'facility'],
  [/^(05|06|07|08|09|100[1-57-9]|1109|1201)/, 'building'],
  [/^1006/, 'building'],
  [/^11/, 'water'],
  [/^01/, 'restored'],
  [/^(02|03|04)/, 'planting'],
]

/**
 * What a clue says is happening, from its own words first and its predicted class (a code of the 三调 scheme, or words)
 * where the words say nothing.
 */
export function changeKind(kind: string | null, predictedClass: string | null): ChangeKind {
  return fromWords(kind) ?? fromClass(predictedClass) ?? fromWords(predictedClass) ?? 'unknown'
}

const fromWords = (text: string | null) =>
  text === null ? undefined : words.find(([pattern]) => pattern.test(text))?.[1]

const fromClass = (code: string | null) =>
  code !== null && /^\d{2}/.test(code) ? classes.find(([pattern]) => pattern.test(code))?.[1] : undefined
