import type { CodeTable } from './code-table.ts'

export const wjzlx: CodeTable = {
  scheme: 'wjzlx',
  edition: '2020',
  title: { zh: '未举证类型', en: 'Reason for no evidence' },
  codes: [
    { code: 'WFDD', zh: '无法到达', en: 'Unreachable' },
    { code: 'CZCJSYD', zh: '城镇村建设用地', en: 'Inside built-up area' },
    { code: 'JSYD', zh: '军事用地', en: 'Military land' },
    { code: 'XTB', zh: '小图斑', en: 'Small patch' },
  ],
}
