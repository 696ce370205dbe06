import { approvalLayer } from './approval.ts'

/** 供地: a decision of allocation or a contract of grant. */
export const gdxm = approvalLayer({
  name: 'GDXM',
  zh: '供地项目',
  en: 'Land supply',
  color: '#2f8f9d',
  called: { PZWH: '合同或决定书编号', SYDW: '土地使用权人', PZRQ: '签订日期', PZYT: '土地用途', PZMJ: '供应面积' },
  more: [
    { name: 'GYFS', alias: '供应方式', type: 'text', length: 2, codeTable: 'gyfs' },
    { name: 'DZJGH', alias: '电子监管号', type: 'text', length: 30 },
    { name: 'NZYWH', alias: '农转用批准文号', type: 'text', length: 60 },
    { name: 'SYNX', alias: '使用年限', type: 'integer' },
  ],
})
