import type { Title } from '../../../kernel/process/model.ts'

const attribute = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]!)

/** An empty sheet: one start event, everything else is to be drawn. */
export const blankProcess = (
  key: string,
  title: Title,
  business: string,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:yutu="urn:yutu:process" xmlns:case="urn:yutu:case" id="${key}.definitions" targetNamespace="urn:yutu:process">
  <bpmn:process id="${key}" name="${attribute(title.zh)}" isExecutable="true" yutu:titleEn="${attribute(title.en)}" case:business="${business}" case:numbers="〔{year}〕{serial:4}号">
    <bpmn:startEvent id="start" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${key}.diagram">
    <bpmndi:BPMNPlane id="${key}.plane" bpmnElement="${key}">
      <bpmndi:BPMNShape id="start.shape" bpmnElement="start">
        <dc:Bounds x="120" y="182" width="36" height="36" />
      </bpmndi:BPMNShape>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`
