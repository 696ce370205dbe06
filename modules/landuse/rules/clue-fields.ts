import type { WantedField } from '../../../kernel/formats/field-mapping.ts'

/** What is read from a row of a delivery, and the names sources give it. */
export const clueFields: WantedField[] = [
  {
    name: 'number',
    required: true,
    aliases: [
      '图斑编号',
      '监测编号',
      '监测图斑编号',
      '线索编号',
      '图斑号',
      '编号',
      'TBBH',
      'JCBH',
      'JCTBBH',
      'XSBH',
      'BH',
    ],
  },
  {
    name: 'foundOn',
    required: false,
    type: 'date',
    aliases: [
      '后时相',
      '后时相日期',
      '监测时间',
      '监测日期',
      '发现时间',
      '发现日期',
      'HSX',
      'HSXRQ',
      'JCSJ',
      'FXSJ',
      'FXRQ',
    ],
  },
  { name: 'beforeOn', required: false, type: 'date', aliases: ['前时相', '前时相日期', 'QSX', 'QSXRQ'] },
  {
    name: 'kind',
    required: false,
    aliases: ['变化类型', '图斑类型', '线索类型', '监测类型', 'BHLX', 'TZLX', 'TBLX', 'XSLX', 'JCLX', 'TYPE'],
  },
  {
    name: 'predictedClass',
    required: false,
    aliases: ['预判地类', '后地类', '后时相地类', '变化后地类', 'YPDL', 'YPDLBM', 'HDL', 'HDLBM', 'BHHDL'],
  },
  {
    name: 'area',
    required: false,
    type: 'number',
    aliases: ['监测面积', '图斑面积', '面积', 'JCMJ', 'TBMJ', 'MJ', 'SHAPE_AREA', 'AREA'],
  },
  {
    name: 'areaCode',
    required: false,
    aliases: ['行政区代码', '县级代码', '县代码', '坐落单位代码', 'XZQDM', 'XZDM', 'XIAN', 'ZLDWDM'],
  },
  { name: 'note', required: false, aliases: ['备注', '说明', 'BZ', 'REMARK', 'NOTE'] },
]
