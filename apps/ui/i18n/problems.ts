import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const problemTexts: Sentences = {
  'problem.title': { zh: '没有完成：{what}', en: 'Not done: {what}' },
  'problem.title.plain': { zh: '没有完成', en: 'Not done' },
  'problem.unknown': {
    zh: '服务器没有接受这个请求（{code}）。您填写的内容仍在页面上；请重试，仍不行请把这行字发给系统管理员。',
    en: 'The server did not accept this request ({code}). What you typed is still here; try again, and if it fails again send this line to the administrator.',
  },
  'web.server.unreachable': {
    zh: '连不上服务器，可能是网络中断或服务没有启动。您填写的内容仍在页面上；网络恢复后请重试。',
    en: 'The server cannot be reached: the network may be down, or the server is not running. What you typed is still here; try again once the network is back.',
  },
  'web.server.fault': {
    zh: '服务器出了故障（{status}），请求没有完成。请稍后重试；仍不行请联系系统管理员。',
    en: 'The server failed ({status}), and the request was not done. Try again later; if it fails again, call the administrator.',
  },
  'web.page.fault': {
    zh: '页面出了故障：{message}。数据没有受影响，请重新加载页面。',
    en: 'The page failed: {message}. No data are affected; reload the page.',
  },
  'web.upload.cut': {
    zh: '文件没有传完：连接中断了 {times} 次。请检查网络后按“重试”，从头再传一次。',
    en: 'The file was not sent in full: the connection broke {times} times. Check the network and try again.',
  },
}
