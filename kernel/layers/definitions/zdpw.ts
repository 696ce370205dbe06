import { approvalLayer } from './approval.ts'

/** 征地批文: collective land taken for the State. */
export const zdpw = approvalLayer({
  name: 'ZDPW',
  zh: '征地批文',
  en: 'Land-taking approvals',
  color: '#5b74b8',
  called: { PZWH: '批准文号', SYDW: '申请单位', PZRQ: '批准日期', PZYT: '批准用途', PZMJ: '征收面积' },
  more: [
    { name: 'BZDW', alias: '被征地单位', type: 'text', length: 100 },
    { name: 'DKBH', alias: '地块编号', type: 'text', length: 20 },
  ],
})
