import type { Sentences } from '../../problems/sentences.ts'

/** Why a BPMN file is refused: the element is named, and what to use instead. */
export const bpmnTexts: Sentences = {
  'process.bpmn.unreadable': {
    zh: '文件不是可读的 BPMN 2.0，请用建模工具重新导出。',
    en: 'The file is not readable BPMN 2.0; export it again from the modeller.',
  },
  'process.bpmn.damaged': {
    zh: 'BPMN 文件有错：{message}。请在建模工具中修正后重新导出。',
    en: 'The BPMN file is damaged: {message}. Correct it in the modeller and export again.',
  },
  'process.bpmn.one-process': {
    zh: '文件应只有一个流程，实有 {found} 个（{ids}），请指明导入哪一个。',
    en: 'One process is expected, {found} were found ({ids}); name the one to read.',
  },
  'process.bpmn.one-start': {
    zh: '{element} {id} 应恰有一个开始事件，实有 {found} 个。请只保留一个，其余改为网关分支。',
    en: '{element} {id} needs exactly one start event, {found} were found. Keep one and branch by a gateway.',
  },
  'process.bpmn.loose-flow': {
    zh: '连线 {id} 没有连到两端，请重新连接或删去。',
    en: 'The flow {id} is not connected at both ends; connect it or take it out.',
  },
  'process.bpmn.loose-border': {
    zh: '边界事件 {name} {id} 没有附在任何环节上，请移到环节边上。',
    en: 'The boundary event {name} {id} stands on no activity; move it to one.',
  },
  'process.bpmn.element': {
    zh: '不支持的元素 {element}：{name} {id}。请改用任务、子流程、网关或中间事件。',
    en: 'The element {element} is not supported: {name} {id}. Use tasks, sub-processes, gateways or intermediate events.',
  },
  'process.bpmn.special-part': {
    zh: '不支持 {element}：{name} {id}。请改用普通子流程；任意次序的环节可设互斥组。',
    en: '{element} is not supported: {name} {id}. Use a plain sub-process; for steps in any order an exclusive set.',
  },
  'process.bpmn.event-part': {
    zh: '不支持子流程内不中断的事件子流程：{name} {id}。请改用不中断的边界事件。',
    en: 'An event sub-process that does not interrupt is supported in the process itself only: {name} {id}. Use a boundary event that does not interrupt.',
  },
  'process.bpmn.event-compensate': {
    zh: '不支持补偿：{element} {name} {id}。请用退回，或另画一条撤销的分支。',
    en: 'Compensation is not supported: {element} {name} {id}. Return the case, or draw the undoing as a branch.',
  },
  'process.bpmn.condition': {
    zh: '条件事件没有可识别的条件：{element} {name} {id}「{expression}」。请写成 FEEL，例如 paid = true。',
    en: 'The conditional event has no condition that can be read: {element} {name} {id} «{expression}». Write FEEL, as in paid = true.',
  },
  'process.bpmn.event-cancel': {
    zh: '不支持取消事件：{element} {name} {id}。请改用错误事件或终止结束。',
    en: 'Cancel events are not supported: {element} {name} {id}. Use an error event or a terminate end.',
  },
  'process.bpmn.event-error': {
    zh: '错误事件只能附在自动任务、决策、调用活动或子流程上：{element} {name} {id}。人工环节请改用办理结果或消息事件。',
    en: 'Error events stand on jobs, decisions, call activities and sub-processes only: {element} {name} {id}. On a user task use an outcome or a message.',
  },
  'process.bpmn.event-escalation': {
    zh: '升级事件只能附在子流程上：{element} {name} {id}。请改用信号事件。',
    en: 'Escalation events stand on sub-processes only: {element} {name} {id}. Use a signal.',
  },
  'process.bpmn.event-multiple': {
    zh: '不支持同时等待几种情况的事件：{element} {name} {id}。请改为几个事件，用事件网关或几个边界事件。',
    en: 'An event with several definitions is not supported: {element} {name} {id}. Draw one event for each, behind an event-based gateway or on the border.',
  },
  'process.bpmn.event-parallel': {
    zh: '不支持要等所有事件都发生的事件网关：{element} {name} {id}。请改用并行网关，每个分支一个事件。',
    en: 'An event-based gateway that waits for all its events is not supported: {element} {name} {id}. Use a parallel gateway with an event in each branch.',
  },
  'process.bpmn.too-large': {
    zh: '流程图有 {found} 个元素，最多 {most} 个。请把其中一段画成另一个流程，用调用活动连接。',
    en: 'The diagram has {found} elements, at most {most} are read. Draw a part of it as a process of its own and call it.',
  },
  'process.bpmn.too-deep': {
    zh: '子流程嵌套超过 {most} 层：{element} {name} {id}。请把里面的部分画成另一个流程，用调用活动连接。',
    en: 'Sub-processes lie more than {most} deep in one another: {element} {name} {id}. Draw the inner part as a process of its own and call it.',
  },
  'process.bpmn.event-none': {
    zh: '事件没有说明等待什么：{element} {name} {id}。请设为定时、消息或信号事件。',
    en: 'The event does not say what it waits for: {element} {name} {id}. Make it a timer, message or signal.',
  },
  'process.bpmn.event-link': {
    zh: '此处不支持链接事件：{element} {name} {id}。请直接连线。',
    en: 'A link event is not supported here: {element} {name} {id}. Draw the flow itself.',
  },
  'process.bpmn.event-terminate': {
    zh: '此处不支持终止事件：{element} {name} {id}。请改用终止结束事件。',
    en: 'A terminate event is not supported here: {element} {name} {id}. Use a terminate end.',
  },
  'process.bpmn.link': {
    zh: '链接事件 {name} {id} 没有同名的接收端，请补上或直接连线。',
    en: 'The link {name} {id} has no target of the same name; add it or draw the flow itself.',
  },
  'process.bpmn.timer': {
    zh: '定时事件的时间无法识别或是周期：{name} {id}。请用时长（如 PT2H、P5D）、日期或 FEEL 表达式；周期请画回路。',
    en: 'The time of {name} {id} cannot be read, or is a cycle. Use a duration (PT2H, P5D), a date or FEEL; draw a cycle as a loop.',
  },
  'process.bpmn.expression': {
    zh: '连线 {name} {id} 的条件「{expression}」不是 FEEL，也无法换写。请改为 FEEL，例如 area > 10。',
    en: 'The condition «{expression}» of {name} {id} is no FEEL and cannot be rewritten. Write FEEL, as in area > 10.',
  },
  'process.bpmn.complex': {
    zh: '复杂网关 {name} {id} 没有说明汇合哪个分支。请改用并行网关，并设所需分支数。',
    en: 'The complex gateway {name} {id} does not say which split it joins. Use a parallel gateway and say how many branches are needed.',
  },
  'process.bpmn.loop': {
    zh: '不支持此处的循环或多实例标记：{element} {name} {id}。人工任务、调用活动、子流程请指明名单（collection）或个数；其他请放进子流程，或画回路、并行分支。',
    en: 'The loop or multi-instance marker is not supported here: {element} {name} {id}. For a user task, call activity or sub-process name the list (collection) or the number; put anything else into a sub-process, or draw a loop or branches.',
  },
}
