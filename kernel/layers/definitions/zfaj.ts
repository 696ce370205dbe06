import { approvalLayer } from './approval.ts'

/** 执法案件: land an enforcement case is about. */
export const zfaj = approvalLayer({
  name: 'ZFAJ',
  zh: '执法案件',
  en: 'Enforcement cases',
  color: '#b8483f',
  called: { PZWH: '案件编号', SYDW: '当事人', PZRQ: '立案日期', PZYT: '违法用途', PZMJ: '违法面积' },
  more: [
    { name: 'WFLX', alias: '违法类型', type: 'text', length: 40 },
    { name: 'AJZT', alias: '案件状态', type: 'text', length: 2, codeTable: 'ajzt' },
    { name: 'CFJDS', alias: '处罚决定书号', type: 'text', length: 60 },
    { name: 'JARQ', alias: '结案日期', type: 'date' },
  ],
})
