/** What a report says of a source and its rows, in words. `{name}` is a parameter of the finding. */
export const findingTexts: Record<string, { zh: string; en: string }> = {
  'formats.zip.not-read': {
    zh: '压缩包里另有 {count} 个文件没有读取：{files}。',
    en: '{count} other files in the archive were not read: {files}.',
  },
  'formats.shx.rebuilt': {
    zh: '缺少索引 .shx，已按 .shp 重建（{shapes} 个图形）。',
    en: 'The index (.shx) was missing and was rebuilt from the .shp ({shapes} shapes).',
  },
  'formats.shx.repaired': {
    zh: '索引 .shx 与 .shp 不符，已按 .shp 重建（{shapes} 个图形）。',
    en: 'The index (.shx) did not fit the .shp and was rebuilt from it ({shapes} shapes).',
  },
  'formats.dbf.without': { zh: '没有属性表，只读取了图形。', en: 'There is no table; only shapes were read.' },
  'formats.dbf.name-cut': {
    zh: '字段名「{field}」超过 10 字节，写成「{kept}」。',
    en: 'The field name {field} is longer than ten bytes and was written as {kept}.',
  },
  'formats.dbf.text-cut': {
    zh: '「{field}」的值超过字段长度，已截断：{value}',
    en: 'The value of {field} is longer than the field and was cut: {value}',
  },
  'formats.dbf.number-lost': {
    zh: '「{field}」的值 {value} 写不进数值字段，已留空。',
    en: 'The value {value} of {field} does not fit its number field and was left empty.',
  },
  'formats.dbf.date-lost': {
    zh: '「{field}」的值 {value} 不是日期，已留空。',
    en: 'The value {value} of {field} is not a date and was left empty.',
  },
  'formats.encoding.lost': {
    zh: '「{field}」的值 {value} 含 GBK 没有的字，写成了「?」。请改用 UTF-8 导出。',
    en: 'The value {value} of {field} has characters GBK does not know; they were written as «?». Export as UTF-8.',
  },
  'formats.encoding.wrong': {
    zh: '声明的编码 {stated}（{by}）与内容不符，已按 {used} 读取。',
    en: 'The stated encoding {stated} ({by}) does not fit the bytes; {used} was used.',
  },
  'formats.encoding.unsure': {
    zh: '编码无法确定，按 {used} 读取，请核对文字。',
    en: 'The encoding is not certain; {used} was used. Check the texts.',
  },
  'formats.cpg.unreadable': {
    zh: '.cpg 文件写的编码「{text}」不认识，已按内容判断。',
    en: 'The .cpg names an encoding not known ({text}); the bytes decided.',
  },
  'formats.text.undecodable': {
    zh: '有 {characters} 个字符无法解码。',
    en: '{characters} characters could not be decoded.',
  },
  'formats.field.renamed': {
    zh: '字段名「{field}」重复，第二个改为「{used}」。',
    en: 'The field name {field} occurs twice; the second is called {used}.',
  },
  'formats.field.not-read': {
    zh: '字段「{field}」的类型 {type} 不能读取，值为空。',
    en: 'The field {field} has a type ({type}) that is not read; its values are empty.',
  },
  'formats.value.overflowed': {
    zh: '「{field}」的值在来源中已溢出（{value}），读为空。',
    en: 'The value of {field} had overflowed in the source ({value}) and is empty.',
  },
  'formats.value.not-a-number': {
    zh: '「{field}」的值「{value}」不是数，读为空。',
    en: 'The value {value} of {field} is no number and is empty.',
  },
  'formats.value.not-a-date': {
    zh: '「{field}」的值「{value}」不是日期，读为空。',
    en: 'The value {value} of {field} is no date and is empty.',
  },
  'formats.value.undecodable': {
    zh: '「{field}」的值有无法解码的字符：{value}',
    en: 'The value of {field} has characters that cannot be decoded: {value}',
  },
  'formats.prj.missing': {
    zh: '没有 .prj 文件，坐标系由坐标或您的说明确定。',
    en: 'There is no .prj; the system follows from the coordinates or from what you said.',
  },
  'formats.prj.unreadable': { zh: '.prj 文件读不懂（{text}）。', en: 'The .prj cannot be understood ({text}).' },
  'formats.crs.declared-differs': {
    zh: '您说明的坐标系 EPSG:{declared} 与文件所写「{file}」不同，已按您的说明。',
    en: 'The system you gave (EPSG:{declared}) differs from the file’s ({file}); yours was used.',
  },
  'formats.crs.recognised-zone': {
    zh: '按坐标中的带号识别为 EPSG:{used}，请核对。',
    en: 'The zone number in the eastings says EPSG:{used}; please check.',
  },
  'formats.crs.recognised-degrees': {
    zh: '坐标是经纬度，按 CGCS2000（EPSG:{used}）读取，请核对。',
    en: 'The coordinates are degrees, read as CGCS2000 (EPSG:{used}); please check.',
  },
  'formats.crs.zone-prefixed': {
    zh: '文件写的是不带带号的 EPSG:{stated}，坐标却带带号，已按 EPSG:{used}。',
    en: 'The file states EPSG:{stated} without zone number, but the eastings carry it; EPSG:{used} was used.',
  },
  'formats.crs.prefix-missing': {
    zh: '文件写的是带带号的 EPSG:{stated}，坐标却不带带号，已按 EPSG:{used}。',
    en: 'The file states EPSG:{stated} with zone number, but the eastings lack it; EPSG:{used} was used.',
  },
  'formats.crs.zone-differs': {
    zh: '文件写的是 EPSG:{stated}，坐标的带号却属于 EPSG:{used}，已按坐标。',
    en: 'The file states EPSG:{stated}, but the zone number in the eastings is of EPSG:{used}; the coordinates were followed.',
  },
  'formats.crs.degrees-as-metres': {
    zh: '文件写的是以米为单位的 EPSG:{stated}，坐标却是度，已按 EPSG:{used}。',
    en: 'The file states EPSG:{stated} in metres, but the coordinates are degrees; EPSG:{used} was used.',
  },
  'formats.crs.metres-as-degrees': {
    zh: '文件写的是以度为单位的 EPSG:{stated}，坐标却是米，已按 EPSG:{used}。',
    en: 'The file states EPSG:{stated} in degrees, but the coordinates are metres; EPSG:{used} was used.',
  },
  'formats.crs.outside': {
    zh: '多数坐标不像 EPSG:{stated} 的坐标，请核对坐标系。',
    en: 'Most coordinates do not look like EPSG:{stated}; check the system.',
  },
  'formats.geometry.flattened': {
    zh: '{rows} 行带有 {extra} 值，只保留平面坐标。',
    en: '{rows} rows carry {extra} values; only plane coordinates were kept.',
  },
  'formats.csv.ragged': {
    zh: '第 {line} 行有 {cells} 格，表头有 {expected} 格。',
    en: 'Line {line} has {cells} cells, the heading {expected}.',
  },
  'formats.csv.vertex-columns': {
    zh: '这些列随界址点变化，没有作为图斑属性：{fields}。',
    en: 'These columns differ from vertex to vertex and are not attributes of the plot: {fields}.',
  },
  'formats.row.no-geometry': {
    zh: '没有图形。请补上图形后重新交付这一行。',
    en: 'There is no geometry. Add it and deliver the row again.',
  },
  'formats.row.no-area': {
    zh: '图形围不成面。请重新勾绘后交付这一行。',
    en: 'The geometry encloses nothing. Draw it again and deliver the row.',
  },
  'formats.row.not-a-polygon': {
    zh: '图形是 {type}，不是面。请改为面后重新交付这一行。',
    en: 'The geometry is a {type}, not an area. Draw an area and deliver the row again.',
  },
  'formats.row.damaged': {
    zh: '这一行的图形已损坏（{reason}）。请从原软件重新导出后交付。',
    en: 'The geometry of this row is damaged ({reason}). Export it again and deliver.',
  },
  'formats.row.deleted': {
    zh: '这一行在属性表中标记为已删除。如仍需要，请取消删除标记后重新交付。',
    en: 'The row is marked as deleted in the table. If it is wanted, take the mark away and deliver again.',
  },
  'formats.row.too-many-rings': {
    zh: '图形有 {rings} 个环，超过上限 {limit}。请拆分。',
    en: 'The geometry has {rings} rings, more than {limit}. Split it.',
  },
  'formats.row.not-a-number': {
    zh: '第 {vertex} 个顶点的坐标不是数。请改正后重新交付这一行。',
    en: 'The coordinates of vertex {vertex} are no numbers. Correct them and deliver the row again.',
  },
  'formats.row.huge': {
    zh: '第 {vertex} 个顶点的坐标（{x}，{y}）不在地球上。请核对坐标后重新交付这一行。',
    en: 'Vertex {vertex} ({x}, {y}) lies nowhere on Earth. Check it and deliver the row again.',
  },
  'formats.row.stray-vertex': {
    zh: '第 {vertex} 个顶点（{x}，{y}）远离其余顶点。请改正这个顶点后重新交付。',
    en: 'Vertex {vertex} ({x}, {y}) lies far from the others. Correct it and deliver the row again.',
  },
  'formats.row.other-crs': {
    zh: '坐标像是「{found}」，整批数据是「{expected}」。请单独上传这一行。',
    en: 'The coordinates look like {found}, the delivery is {expected}. Deliver this row by itself.',
  },
  'formats.row.outside': {
    zh: '图形（{x}，{y}）远在坐标系适用范围之外。',
    en: 'The geometry ({x}, {y}) lies far outside the range of the system.',
  },
  'formats.row.axes-swapped': {
    zh: '坐标的东、北次序颠倒，已换正。',
    en: 'Easting and northing were swapped and were put right.',
  },
  'formats.row.bad-wkt': {
    zh: '第 {line} 行的 WKT 在第 {at} 个字符处有误。请改正后重新交付这一行。',
    en: 'The WKT on line {line} is wrong at character {at}. Correct it and deliver the row again.',
  },
  'formats.row.ring-closed': {
    zh: '环没有闭合（缺口 {gap}），已补上终点。',
    en: 'A ring was open (gap {gap}) and was closed.',
  },
  'formats.row.ring-collapsed': {
    zh: '有一个环不足三个不同顶点（{vertices} 个），已去掉。',
    en: 'A ring with fewer than three different vertices ({vertices}) was left out.',
  },
  'formats.row.ring-direction': {
    zh: '环的方向不合规范，已按包含关系区分内外环（{rings} 个环）。',
    en: 'The rings do not run as the format asks; nesting decided which are holes ({rings} rings).',
  },
  'formats.row.closed-line': { zh: '闭合线按面读取。', en: 'A closed line was read as an area.' },
}
