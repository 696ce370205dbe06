/** Refusals of the verbs on cases and tasks, by code; those every act shares stand in texts.ts. */
export const verbTexts: Record<string, { zh: string; en: string }> = {
  'cases.separation-of-duties.own-case': {
    zh: '本案由您提出或与您本人有关，按职责分离不能由您办理「{step}」，请交由他人。',
    en: 'This case is your own, so you cannot do «{step}»; leave it to somebody else.',
  },
  'cases.separation-of-duties.principal': {
    zh: '{name} 与本案「{other}」有关，按职责分离不能办理「{step}」；您代其办理时同样受限，请交由他人。',
    en: '{name}, whom you stand in for, was part of «{other}» of this case and cannot do «{step}»; neither can you in their place.',
  },
  'cases.separation-of-duties.of-other': {
    zh: '{name} 与本案「{other}」有关，按职责分离不能办理「{step}」，请选择他人。',
    en: '{name} was part of «{other}» of this case and cannot do «{step}»; choose somebody else.',
  },
  'cases.task.of-other-organisation': {
    zh: '此任务由其他机构的 {by} 办理，强签只限本机构；请联系其退回或由领导转办。',
    en: '{by} of another organisation holds this task; only one’s own organisation’s can be taken over. Ask them to return it.',
  },
  'cases.task.is-delegated': {
    zh: '此任务已委托他人准备，交回后由委托人办理；如需立即办理，请委托人收回。',
    en: 'Somebody prepares this task for its owner, who decides when it has been handed back; the owner can take it back now.',
  },
  'cases.task.not-delegated': {
    zh: '此任务不是委托给您准备的，无需交回；请直接办理。',
    en: 'This task was not given to you to prepare; do it instead.',
  },
  'cases.task.not-delegated-by-you': {
    zh: '此任务没有由您委托他人，无需收回。',
    en: 'You have not given this task to anybody; there is nothing to take back.',
  },
  'cases.delegate.self': {
    zh: '不能委托给自己，请选择他人。',
    en: 'You cannot delegate to yourself; choose somebody else.',
  },
  'cases.delegate.unknown': {
    zh: '没有这个人员，可能已停用，请重新选择。',
    en: 'There is no such person; choose again.',
  },
  'cases.delegate.no-right': {
    zh: '{to} 在本案范围内没有办件权限，不能准备「{step}」；请选择他人。',
    en: '{to} may not work on cases here and cannot prepare «{step}»; choose somebody else.',
  },
  'cases.signer.no-right': {
    zh: '{signer} 在本案范围内没有办件权限，不能会签「{step}」；请选择他人。',
    en: '{signer} may not work on cases here and cannot sign at «{step}»; choose somebody else.',
  },
  'cases.signer.not-yours': {
    zh: '只有「{step}」的会签人可以加签、减签。',
    en: 'Only those who sign at «{step}» add or remove signers.',
  },
  'cases.signer.self': {
    zh: '不能减去自己；如不宜签署，请转办或请其他会签人减签。',
    en: 'You cannot remove yourself; reassign your signature, or ask another signer.',
  },
  'cases.process.escalation-of-unknown-step': {
    zh: '流程 {key} 的超期上报提到不存在的办理环节 {step}，请更正。',
    en: 'The escalation of {key} names the step {step}, which is not there; correct it.',
  },
}
