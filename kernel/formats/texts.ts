/** Why a whole source is refused, in words: what, why, and what to do next. `{name}` is a parameter of the refusal. */
export const refusalTexts: Record<string, { zh: string; en: string }> = {
  'formats.file.empty': {
    zh: '文件「{name}」是空的。请检查导出是否成功后重新上传。',
    en: 'The file {name} is empty. Check that it was exported and send it again.',
  },
  'formats.file.too-large': {
    zh: '文件有 {megabytes} MB，超过上限 {limit} MB。请按乡镇拆分后分批上传。',
    en: 'The file has {megabytes} MB, more than the {limit} MB allowed. Split it, for example by township.',
  },
  'formats.file.unknown': {
    zh: '不认识文件「{name}」的格式。请导出为可读取的格式后上传：{known}。',
    en: 'The format of {name} is not known. Export it as one of these: {known}.',
  },
  'formats.file.not-what-it-says': {
    zh: '文件「{name}」的内容不是 {ending} 格式。请从软件中重新导出，不要只改后缀。',
    en: 'The content of {name} is not {ending}. Export it again; renaming does not convert.',
  },
  'formats.zip.not-a-zip': {
    zh: '「{name}」不是 zip 压缩包。请用 zip 格式重新打包。',
    en: '{name} is not a zip archive. Pack it again as zip.',
  },
  'formats.zip.truncated': {
    zh: '压缩包不完整（{reason}），可能上传中断。请重新上传。',
    en: 'The archive is cut short ({reason}), perhaps by a broken upload. Send it again.',
  },
  'formats.zip.damaged': {
    zh: '压缩包里的「{entry}」已损坏（{reason}）。请重新打包并上传。',
    en: '{entry} in the archive is damaged ({reason}). Pack it again and send it.',
  },
  'formats.zip.empty': {
    zh: '压缩包里没有文件。请放入数据后重新打包。',
    en: 'The archive holds no file. Add the data and pack it again.',
  },
  'formats.zip.bomb': {
    zh: '「{entry}」解压后大得不合理，已停止读取。请单独打包数据文件，或联系管理员调整上限。',
    en: '{entry} unpacks to an unreasonable size; reading was stopped. Pack only the data, or ask the administrator to raise the limit.',
  },
  'formats.zip.too-many-entries': {
    zh: '压缩包里有 {entries} 个文件，超过上限 {limit}。请只放要上报的数据。',
    en: 'The archive holds {entries} files, more than {limit}. Pack only the data to be delivered.',
  },
  'formats.zip.unsafe-path': {
    zh: '压缩包里的路径「{entry}」不安全（绝对路径或含 ..），已拒绝。请在数据所在文件夹内重新打包。',
    en: 'The path {entry} in the archive is unsafe (absolute, or with ..). Pack again from inside the folder.',
  },
  'formats.zip.link': {
    zh: '压缩包里的「{entry}」是链接而不是文件。请放入文件本身。',
    en: '{entry} in the archive is a link, not a file. Pack the file itself.',
  },
  'formats.zip.encrypted': {
    zh: '压缩包加了密码（{entry}）。请去掉密码后重新上传。',
    en: 'The archive is encrypted ({entry}). Remove the password and send it again.',
  },
  'formats.zip.nested': {
    zh: '压缩包里还有压缩包「{entry}」。请解开后只打一层包。',
    en: 'The archive holds another archive, {entry}. Unpack it and pack once.',
  },
  'formats.zip.duplicate-name': {
    zh: '压缩包里有两个同名文件「{entry}」，无法判断用哪一个。请只留一个后重新打包。',
    en: 'Two files in the archive are called {entry}; which one is meant cannot be told. Keep one and pack again.',
  },
  'formats.zip.no-layer': {
    zh: '压缩包里没有可读取的空间数据（有：{files}）。请放入 Shapefile、GeoPackage 等数据后重新打包。',
    en: 'The archive holds no spatial data that can be read (it holds: {files}). Add a shapefile, a GeoPackage or the like and pack again.',
  },
  'formats.zip.several-geodatabases': {
    zh: '压缩包里有多个地理数据库：{folders}。请每次只上传一个。',
    en: 'The archive holds several geodatabases: {folders}. Send one at a time.',
  },
  'formats.layer.several': {
    zh: '有多个图层：{layers}。请选择要导入哪一个。',
    en: 'There are several layers: {layers}. Say which one to import.',
  },
  'formats.layer.not-found': {
    zh: '没有图层「{layer}」，只有：{layers}。请从中选择。',
    en: 'There is no layer {layer}; there are: {layers}. Choose one of them.',
  },
  'formats.layer.empty': {
    zh: '图层「{layer}」里没有一条记录。请检查导出时的筛选条件后重新上传。',
    en: 'The layer {layer} has no row. Check what was selected when it was exported, and send it again.',
  },
  'formats.shp.alone': {
    zh: '「{name}」只是 Shapefile 的一部分。请把 .shp .shx .dbf .prj 一起打成 zip 上传。',
    en: '{name} is only a part of a shapefile. Zip .shp, .shx, .dbf and .prj together.',
  },
  'formats.shp.missing': {
    zh: '图层「{layer}」缺少 .shp 文件。请补齐后重新打包。',
    en: 'The layer {layer} has no .shp. Add it and pack again.',
  },
  'formats.shp.not-a-shapefile': {
    zh: '.shp 文件不是 Shapefile 格式。请重新导出。',
    en: 'The .shp is not a shapefile. Export it again.',
  },
  'formats.shp.truncated': {
    zh: '.shp 文件不完整：应有 {stated} 字节，实有 {found} 字节。请重新导出并上传。',
    en: 'The .shp is cut: {stated} bytes stated, {found} found. Export and send it again.',
  },
  'formats.shp.count-mismatch': {
    zh: '图形有 {shapes} 个而属性有 {records} 行，无法对应。请用软件修复后重新导出。',
    en: 'There are {shapes} shapes but {records} table rows; which belongs to which cannot be told. Repair and export again.',
  },
  'formats.dbf.missing': {
    zh: '图层「{layer}」缺少属性表 .dbf。请补齐后重新打包。',
    en: 'The layer {layer} has no table (.dbf). Add it and pack again.',
  },
  'formats.dbf.damaged': {
    zh: '属性表 .dbf 已损坏（{reason}）。请重新导出。',
    en: 'The table (.dbf) is damaged ({reason}). Export it again.',
  },
  'formats.dbf.truncated': {
    zh: '属性表 .dbf 不完整：应有 {stated} 行，实有 {found} 行。请重新导出并上传。',
    en: 'The table (.dbf) is cut: {stated} rows stated, {found} found. Export and send it again.',
  },
  'formats.dbf.same-name': {
    zh: '字段「{field}」截为 10 字节后与另一字段同名（{kept}）。请改用较短的字段名。',
    en: 'The field {field}, cut to ten bytes, has the name of another ({kept}). Use shorter names.',
  },
  'formats.geometry.not-polygons': {
    zh: '图层是 {type} 类型，这里需要面。请上传面图层。',
    en: 'The layer holds {type}; areas are needed here. Send a polygon layer.',
  },
  'formats.crs.unknown': {
    zh: '看不出坐标系（坐标形式：{found}）。请说明数据的坐标系后再读取。',
    en: 'The coordinate system cannot be told (coordinates look like: {found}). Say which it is.',
  },
  'formats.crs.unsupported': {
    zh: '坐标系「{crs}」没有登记，不能转换。请转换为 CGCS2000 后上传，或请管理员登记转换参数。',
    en: 'The coordinate system {crs} is not registered. Convert to CGCS2000, or have a transform registered.',
  },
  'formats.crs.needs-transform': {
    zh: '坐标系「{name}」（{datum}）需要转换参数。请用测绘部门的转换服务转为 CGCS2000 后上传。',
    en: 'The coordinate system {name} ({datum}) needs a transform. Convert to CGCS2000 with the official service.',
  },
  'formats.text.binary': {
    zh: '文件内容不是文本。请检查是否选错文件。',
    en: 'The content is not text. Check that it is the right file.',
  },
  'formats.geojson.not-json': {
    zh: '文件不是完整的 JSON（{reason}）。请重新导出。',
    en: 'The file is not whole JSON ({reason}). Export it again.',
  },
  'formats.geojson.not-geojson': {
    zh: '文件是 JSON 但不是 GeoJSON。请导出为 GeoJSON 要素集合。',
    en: 'The file is JSON but not GeoJSON. Export a GeoJSON feature collection.',
  },
  'formats.csv.no-geometry': {
    zh: '表格里没有 WKT 列，也没有 X、Y 坐标列（有：{columns}）。请补上坐标。',
    en: 'The table has neither a WKT column nor x and y columns (it has: {columns}). Add coordinates.',
  },
  'formats.csv.open-quote': {
    zh: '第 {line} 行起有一个引号没有闭合。请检查后重新上传。',
    en: 'A quote opened on line {line} is never closed. Correct it and send again.',
  },
  'formats.xml.document-type': {
    zh: 'XML 文件声明了文档类型或实体，出于安全已拒绝。请去掉 <!DOCTYPE …> 后上传。',
    en: 'The XML declares a document type or entities and is refused for safety. Remove <!DOCTYPE …>.',
  },
  'formats.xml.not-well-formed': {
    zh: 'XML 文件在第 {at} 个字符处不完整或有误。请重新导出。',
    en: 'The XML is broken at character {at}. Export it again.',
  },
  'formats.kml.not-kml': {
    zh: '文件的根元素是 {element}，不是 KML。请重新导出为 KML。',
    en: 'The root element is {element}; this is not KML. Export it as KML.',
  },
  'formats.gdal.unreadable': {
    zh: '文件读不出来（{reason}）。请用制图软件检查后重新导出。',
    en: 'The file cannot be read ({reason}). Check it in the drawing program and export it again.',
  },
}
