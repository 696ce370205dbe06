import { strToU8, zipSync } from 'fflate'

/** `title`: large and centred; `centre`, `right`: as they say; `body`: two characters in, as official letters are (GB/T 9704). */
export type Paragraph = { text: string; style: 'title' | 'centre' | 'body' | 'right' }

const STYLES = {
  title: { jc: 'center', size: 44, indent: 0, font: '方正小标宋简体' },
  centre: { jc: 'center', size: 32, indent: 0, font: '仿宋_GB2312' },
  body: { jc: 'both', size: 32, indent: 640, font: '仿宋_GB2312' },
  right: { jc: 'right', size: 32, indent: 0, font: '仿宋_GB2312' },
} as const

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no such characters
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

function paragraph({ text, style }: Paragraph): string {
  const { jc, size, indent, font } = STYLES[style]
  const place = `<w:pPr><w:spacing w:line="580" w:lineRule="exact"/>${indent ? `<w:ind w:firstLine="${indent}"/>` : ''}<w:jc w:val="${jc}"/></w:pPr>`
  const letters = `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/><w:sz w:val="${size}"/></w:rPr>`
  return `<w:p>${place}<w:r>${letters}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const LINKS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
/** A4 with the margins of an official letter (GB/T 9704: 37 mm above, 28 mm at the left), in twentieths of a point. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'

/** The same moment in every archive: the same words make the same bytes, and so the same digest. */
const MADE = new Date('2020-01-01T00:00:00')

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** An official letter as a Word file (ECMA-376). */
export function writeDocx(paragraphs: readonly Paragraph[]): Uint8Array {
  const body = paragraphs.map(paragraph).join('')
  const document = `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}${PAGE}</w:body></w:document>`
  const parts = { '[Content_Types].xml': TYPES, '_rels/.rels': LINKS, 'word/document.xml': document }
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  return zipSync(bytes, { mtime: MADE })
}
