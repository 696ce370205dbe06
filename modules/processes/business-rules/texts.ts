import type { Sentences } from '../../../kernel/problems/sentences.ts'

/** What the rules that come with the program say, in English. A table is data in Chinese; what a bureau writes itself stays as it wrote it. */
const ENGLISH: Record<string, string> = {
  用地范围与一张图比对: 'Extent of the land against the one map',
  '图上永久基本农田（公顷）': 'Permanent basic farmland on the map (ha)',
  '图上生态保护红线（公顷）': 'Ecological redline on the map (ha)',
  '申报面积与图上面积相差（%）': 'Area applied for against area on the map (%)',
  '图上耕地多于申报（公顷）': 'Cultivated land on the map beyond what is applied for (ha)',
  审查结论: 'Conclusion',
  审查意见: 'Remark',
  依据: 'Basis',
  '《土地管理法》第三十五条': 'Land Administration Law, art. 35',
  不符合: 'Does not comply',
  '图上占用永久基本农田，须避让，或按程序报国务院批准。':
    'On the map it takes permanent basic farmland: avoid it, or have the State Council approve it by due procedure.',
  '自然资发〔2022〕142号': 'Notice MNR [2022] 142',
  需核实: 'To be verified',
  '涉及生态保护红线，核对是否属于允许的有限人为活动。':
    'It touches the ecological redline: see whether this is among the limited activities allowed there.',
  勘测定界成果与申请表应当一致: 'The boundary survey and the application must agree',
  '申报面积与范围图形面积相差超过百分之五，请核对申请表或范围。':
    'The area applied for differs from the drawn extent by more than five per cent; check the form or the extent.',
  '《土地管理法》第三十条': 'Land Administration Law, art. 30',
  '图上耕地多于申报耕地，请核对占补平衡面积。':
    'The map has more cultivated land than is applied for; check the area to be made good.',
  国土空间用途管制: 'Control of land use',
  符合: 'Complies',
  '图上与申报相符，不涉及永久基本农田和生态保护红线。':
    'Map and application agree; no permanent basic farmland and no ecological redline is touched.',
  农用地转用和征收审批机关: 'Who approves conversion and expropriation',
  '永久基本农田（公顷）': 'Permanent basic farmland (ha)',
  '耕地（公顷）': 'Cultivated land (ha)',
  '用地总面积（公顷）': 'Total area (ha)',
  审批机关: 'Approved by',
  '《土地管理法》第三十五条、第四十四条': 'Land Administration Law, arts. 35 and 44',
  国务院: 'State Council',
  '涉及永久基本农田，须报国务院批准，并论证难以避让。':
    'It takes permanent basic farmland: the State Council approves, and it must be shown that it cannot be avoided.',
  '《土地管理法》第四十六条': 'Land Administration Law, art. 46',
  '耕地超过三十五公顷，征收须报国务院批准。':
    'More than 35 hectares of cultivated land: the State Council approves the expropriation.',
  '土地超过七十公顷，征收须报国务院批准。':
    'More than 70 hectares of land: the State Council approves the expropriation.',
  '《土地管理法》第四十四条、第四十六条': 'Land Administration Law, arts. 44 and 46',
  省人民政府: 'Provincial government',
  '由省人民政府或其授权机关批准。': 'The provincial government, or whom it authorises, approves.',
  临时用地期限与占用耕地: 'Term of temporary land and use of cultivated land',
  '使用期限（年）': 'Term (years)',
  '能源、交通、水利等基础设施': 'Energy, transport, water and other infrastructure',
  '《土地管理法实施条例》第二十条': 'Regulations on the Land Administration Law, art. 20',
  '期限超过四年，不得批准。': 'Longer than four years: it may not be approved.',
  '《土地管理法》第五十七条': 'Land Administration Law, art. 57',
  '一般临时用地期限不超过二年。': 'Ordinary temporary use lasts two years at most.',
  '自然资规〔2021〕2号': 'Rule MNR [2021] 2',
  '占用永久基本农田，须能够恢复原种植条件，并编制土地复垦方案。':
    'It takes permanent basic farmland: cultivation must be possible again afterwards, and a plan of reclamation is needed.',
  '期限符合规定。': 'The term is within the rules.',
  设施农用地选址: 'Siting of farm facilities',
  设施类型: 'Kind of facility',
  '自然资规〔2019〕4号': 'Rule MNR [2019] 4',
  '种植设施破坏耕地耕作层的，须补划永久基本农田。':
    'A crop facility that destroys the plough layer: basic farmland must be designated elsewhere in its place.',
  '养殖设施原则上不得使用永久基本农田；少量确实难以避让的，须补划。':
    'Livestock and fish facilities keep off permanent basic farmland; a little that cannot be avoided must be designated elsewhere.',
  '使用一般耕地，不须落实占补平衡；核查耕作层是否被破坏。':
    'Ordinary cultivated land need not be made good; check whether the plough layer is destroyed.',
  '不使用耕地。': 'No cultivated land is used.',
  宅基地面积标准: 'Standard area of a homestead',
  所在地: 'Place',
  '宅基地面积（m²）': 'Area of the homestead (m²)',
  '每户标准（m²）': 'Standard of a household (m²)',
  '陕西省实施《土地管理法》办法': 'Shaanxi measures on the Land Administration Law',
  '未超过城市郊区每户标准。': 'Within the standard of the outskirts.',
  城市郊区: 'Outskirts',
  '超过城市郊区每户标准，超出部分不予确权。':
    'Beyond the standard of the outskirts; what lies beyond is not registered.',
  '未超过川地、塬地每户标准。': 'Within the standard of valley and tableland.',
  川地塬地: 'Valley and tableland',
  '超过川地、塬地每户标准，超出部分不予确权。':
    'Beyond the standard of valley and tableland; what lies beyond is not registered.',
  '未超过山地、丘陵地每户标准。': 'Within the standard of hills and mountains.',
  山地丘陵: 'Hills and mountains',
  '超过山地、丘陵地每户标准，超出部分不予确权。':
    'Beyond the standard of hills and mountains; what lies beyond is not registered.',
}

export const saidByRules: Sentences = Object.fromEntries(
  Object.entries(ENGLISH).map(([zh, en]) => [`said.${zh}`, { zh, en }]),
)
