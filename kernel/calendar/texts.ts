/** What keeps a year of holidays from being published. */
export const calendarTexts: Record<string, { zh: string; en: string }> = {
  'calendar.year.no-source': {
    zh: '请写明 {year} 年放假安排的依据（通知名称、文号）。',
    en: 'Name the notice the holidays of {year} come from.',
  },
  'calendar.year.no-day': {
    zh: '{year} 年的「{day}」不是日期，请更正。',
    en: '«{day}» of {year} is no day; correct it.',
  },
  'calendar.year.other-year': {
    zh: '{day} 不属于 {year} 年（可含上一年 12 月 25 日以后的元旦假期），请更正。',
    en: '{day} does not belong to {year}; only New Year’s days off may begin after 24 December before it.',
  },
  'calendar.year.range-turned': {
    zh: '{year} 年的假期 {first} 至 {last} 结束早于开始，请更正。',
    en: 'The holiday from {first} to {last} of {year} ends before it begins; correct it.',
  },
  'calendar.year.off-twice': {
    zh: '{day} 在两段假期中，请合并或更正。',
    en: '{day} lies in two holidays; join or correct them.',
  },
  'calendar.year.off-and-work': {
    zh: '{day} 既是放假日又是调休上班日，请更正其一。',
    en: '{day} is both a day off and a moved working day; correct one of them.',
  },
  'calendar.year.work-on-workday': {
    zh: '{day} 本来就是工作日，不能作为调休上班日；请检查是否写错。',
    en: '{day} is a working day anyway and cannot be a moved one; look whether it is mistaken.',
  },
  'calendar.year.work-twice': { zh: '调休上班日 {day} 重复，请删去一个。', en: '{day} is moved twice; leave one out.' },
  'calendar.year.holiday-missing': {
    zh: '{day} 是法定节假日，但没有放假，请补上。',
    en: '{day} is a public holiday but not off; add it.',
  },
  'calendar.year.no-spring-festival': {
    zh: '{year} 年没有春节假期，请补上。',
    en: 'The Spring Festival of {year} is missing; add it.',
  },
  'calendar.year.implausible': {
    zh: '{year} 年共 {days} 个工作日，应在 {fewest} 至 {most} 之间；请检查周末是否被整批列为上班日，或假期是否多列、漏列。',
    en: '{year} would have {days} working days, where {fewest} to {most} are to be expected; look for weekends listed as working days, or holidays too many or missing.',
  },
}
