/** What is said of a demarcation coordinate file and its plots; `{line}` counts from 1. */
export const coordinateFileTexts: Record<string, { zh: string; en: string }> = {
  'formats.txt.no-plots': {
    zh: '文件里没有地块行（以 @ 结尾）。请检查是否为勘测定界坐标文件。',
    en: 'There is no plot line (ending in @). Check that this is a demarcation coordinate file.',
  },
  'formats.txt.header': { zh: '文件头：{header}', en: 'Header: {header}' },
  'formats.txt.header-missing': {
    zh: '没有文件头 [属性描述]，请核对坐标系。',
    en: 'There is no header; check the coordinate system.',
  },
  'formats.txt.line-not-understood': {
    zh: '第 {line} 行不合格式。请更正后重新上传。',
    en: 'Line {line} does not follow the layout. Correct it and send again.',
  },
  'formats.txt.full-width-comma': {
    zh: '第 {line} 行起用了全角逗号，已按半角读取。',
    en: 'From line {line} on full-width commas are used; they were read as commas.',
  },
  'formats.txt.end-mark-missing': {
    zh: '第 {line} 行的地块行缺少结尾的 @。',
    en: 'The plot line {line} lacks the closing @.',
  },
  'formats.txt.not-cgcs2000': {
    zh: '文件头的坐标系是「{value}」，需要转换为 2000 国家大地坐标系后上传。',
    en: 'The header says {value}; convert to CGCS2000 first.',
  },
  'formats.txt.unit': {
    zh: '文件头的计量单位是「{value}」，这里需要米。',
    en: 'The header’s unit is {value}; metres are needed.',
  },
  'formats.txt.transform-parameters': {
    zh: '文件头带有转换参数（{value}），没有使用。',
    en: 'The header carries transform parameters ({value}); they were not used.',
  },
  'formats.txt.zone-mismatch': {
    zh: '第 {line} 行的地块：文件头带号 {stated}，坐标带号 {found}，互相矛盾。',
    en: 'The plot on line {line}: the header says zone {stated}, the coordinates zone {found}.',
  },
  'formats.txt.zone-unknown': {
    zh: '第 {line} 行的地块不知道带号。请在文件头写明「带号」。',
    en: 'The zone of the plot on line {line} is not known. State 带号 in the header.',
  },
  'formats.txt.zone-prefix-missing': {
    zh: '第 {line} 行的地块坐标不带带号，已按文件头补上 {zone}。',
    en: 'The eastings of the plot on line {line} lack the zone number; {zone} of the header was put in front.',
  },
  'formats.txt.swapped-axes': {
    zh: '第 {line} 行的坐标东、北次序颠倒（X 应为北坐标）。请换正后上传。',
    en: 'On line {line} easting and northing are swapped (X is the northing). Put them right and send again.',
  },
  'formats.txt.coordinate-range': {
    zh: '第 {line} 行的坐标（{x}，{y}）超出合理范围。',
    en: 'The coordinates on line {line} ({x}, {y}) are out of range.',
  },
  'formats.txt.outside-extent': {
    zh: '第 {line} 行的地块在辖区范围之外。',
    en: 'The plot on line {line} lies outside the area.',
  },
  'formats.txt.not-a-polygon': {
    zh: '第 {line} 行的地块是「{shape}」，不是面。',
    en: 'The plot on line {line} is {shape}, not an area.',
  },
  'formats.txt.point-count': {
    zh: '第 {line} 行写有 {stated} 个界址点，实有 {found} 个。',
    en: 'Line {line} states {stated} boundary points; there are {found}.',
  },
  'formats.txt.repeated-point': {
    zh: '第 {line} 行的界址点与前一点重复。',
    en: 'The point on line {line} repeats the one before.',
  },
  'formats.txt.ring-too-short': {
    zh: '第 {line} 行起的环不足三个不同的点。',
    en: 'The ring from line {line} has fewer than three different points.',
  },
  'formats.txt.self-intersection': {
    zh: '第 {line} 行起的环自相交（{x}，{y}）。',
    en: 'The ring from line {line} crosses itself ({x}, {y}).',
  },
  'formats.txt.rings-cross': {
    zh: '第 {line} 行起的环与另一环相交（{first}、{second}）。',
    en: 'The ring from line {line} crosses another ({first}, {second}).',
  },
  'formats.txt.further-part': {
    zh: '第 {line} 行的地块有 {parts} 个不相连的部分。',
    en: 'The plot on line {line} has {parts} separate parts.',
  },
  'formats.txt.area-differs': {
    zh: '第 {line} 行的地块：所写面积 {stated} 平方米，计算面积 {found} 平方米。',
    en: 'The plot on line {line}: {stated} m² stated, {found} m² computed.',
  },
}
