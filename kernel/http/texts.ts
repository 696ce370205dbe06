import type { Sentences } from '../problems/sentences.ts'

/** Refusals the kernel itself makes. */
export const kernelTexts: Sentences = {
  'kernel.takes-too-long': {
    zh: '「{text}」计算超过 {seconds} 秒，已停止。请缩小所填的数，或请管理员改写这个表达式。',
    en: '«{text}» took longer than {seconds} seconds and was stopped. Enter smaller numbers, or have the expression rewritten.',
  },
  'kernel.no-right': {
    zh: '您没有「{verb}」的权限（区域 {area}）。如需办理，请联系本单位管理员授权。',
    en: 'You have no right to {verb} here (area {area}). Ask your administrator to grant it.',
  },
  'service.stopped': {
    zh: '「{service}」已停用：{reason}。恢复后再试；未送达的内容都还在，急需请联系系统管理员。',
    en: 'The service «{serviceEn}» is stopped: {reason}. Try again when it runs; nothing unsent is lost. If it is urgent, ask the system administrator.',
  },
  'service.refused': {
    zh: '您的账号不能访问「{service}」。如需使用，请联系安全管理员调整服务访问设置。',
    en: 'Your account may not use the service «{serviceEn}». Ask the security administrator to open it to you.',
  },
  'kernel.input': {
    zh: '输入有误：{where} {what}。请更正后再提交。',
    en: 'The input is not right: {where} {what}. Correct it and send again.',
  },
  'kernel.not-finite': {
    zh: '数字过大，超出可保存的范围，请更正。',
    en: 'A number is too large to be kept; correct it.',
  },
  'kernel.half-character': {
    zh: '文字里有不完整的字符（只有半个），无法保存。请删去乱码或重新输入。',
    en: 'The text has half of a character, which cannot be kept. Take it out or type it again.',
  },
  'kernel.too-deep': {
    zh: '内容嵌套超过 {most} 层，未受理。请检查发送的数据。',
    en: 'The content is nested more than {most} deep and was not taken. Check what is sent.',
  },
  'kernel.exists': {
    zh: '已有相同的记录（{what}），没有重复写入。',
    en: 'The same record exists ({what}); nothing was written twice.',
  },
  'kernel.try-again': {
    zh: '同时有人在修改同一处，请刷新后再试。',
    en: 'Somebody changed the same thing at once; reload and try again.',
  },
  'kernel.too-large': {
    zh: '文件过大，上限 {limit} MB。请拆分后分批上传。',
    en: 'The file is too large (limit {limit} MB). Split it and send the parts.',
  },
  'kernel.broken-off': {
    zh: '上传中断，没有保存任何内容；请检查网络后重新上传。',
    en: 'The upload broke off and nothing was kept; check the link and send it again.',
  },
  'kernel.database-away': {
    zh: '数据库暂时连接不上，操作没有执行；请稍后重试，若持续请联系管理员。',
    en: 'The database cannot be reached and nothing was done; try again soon, and tell the administrator if it lasts.',
  },
  'session.address-refused': {
    zh: '账号绑定了登录地址，当前地址 {address} 不在其中，已拒绝访问；请在单位网络内使用，或请管理员修改 IP 绑定。',
    en: 'This account is bound to certain addresses and {address} is none of them: refused. Use it within the office network, or have the administrator change the binding.',
  },
  'session.start.no-device': {
    zh: '此账号只允许在已批准的手机上使用；请在手机外业应用中登录。',
    en: 'This account works on approved phones only; sign in with the field app on one.',
  },
  'session.start.device-not-approved': {
    zh: '此账号只允许在已批准的手机上使用，本机（尾号 {device}）尚未批准；已告知管理员，批准后请重新登录。',
    en: 'This account works on approved phones only and this one (…{device}) is not approved yet. The administrator sees it waiting; sign in again once it is.',
  },
  'registration.ask': { zh: '注册账号', en: 'Ask for an account' },
  'registration.ask.too-many': {
    zh: '同一网络一小时内的注册申请过多，请稍后再试。',
    en: 'Too many have registered from this network within an hour; try again later.',
  },
  'registration.ask.unknown-organisation': {
    zh: '没有这个机构，请刷新后重新选择。',
    en: 'There is no such organisation; reload and choose again.',
  },
  'registration.ask.login-taken': {
    zh: '账号 {login} 已被使用，请换一个；如果是您本人的账号，请直接登录。',
    en: 'The account {login} is taken; choose another. If it is yours, sign in.',
  },
  'registration.ask.waiting': {
    zh: '账号 {login} 的注册申请正在等待审批，请勿重复提交。',
    en: 'A registration of {login} is waiting for approval already.',
  },
  'registration.message.asked': {
    zh: '{name}（{login}）申请注册外业账号：{reason}',
    en: '{name} ({login}) asks for an account: {reason}',
  },
  'registration.message.approved': {
    zh: '账号 {login} 已开通，欢迎使用。',
    en: 'Your account {login} is open. Welcome.',
  },
  'registration.unknown': {
    zh: '没有找到这份注册申请，请重新注册。',
    en: 'There is no such registration; register again.',
  },
  'files.piece.gap': {
    zh: '只收到前 {offset} 字节；请从第 {offset} 字节起续传。',
    en: 'Only {offset} bytes have arrived; send on from byte {offset}.',
  },
  'files.piece.no-digest': {
    zh: '文件摘要「{digest}」不是 64 位十六进制 SM3 值；请由客户端重新计算。',
    en: '«{digest}» is not an SM3 digest of 64 hexadecimal digits; the client has to work it out again.',
  },
  'files.piece.no-number': {
    zh: '缺少请求头 {header}（字节数）；请升级客户端后重传。',
    en: 'The header {header} (a number of bytes) is missing; update the client and send again.',
  },
  'files.unknown': {
    zh: '没有这个文件（{digest}…），可能尚未上传完成；请重新上传。',
    en: 'There is no such file ({digest}…); perhaps its upload did not finish. Upload it again.',
  },
  'kernel.request': { zh: '请求无法识别：{message}。', en: 'The request could not be read: {message}.' },
  'kernel.no-such-address': { zh: '没有这个地址。', en: 'There is no such address.' },
  'kernel.failed': {
    zh: '系统内部出错，操作没有执行；已记录，请稍后重试或联系管理员。',
    en: 'Something failed inside; nothing was done. It is logged: try again later or tell the administrator.',
  },
  'kernel.foreign-origin': {
    zh: '请求来自其他网站（{origin}），已拒绝。',
    en: 'The request came from another site ({origin}) and was refused.',
  },
  'files.putLarge': { zh: '上传大文件（救援包）', en: 'Upload large files (rescue archives)' },
  'files.put': { zh: '上传文件', en: 'Upload file' },
  'files.put.no-room': {
    zh: '服务器存储已满，暂时收不下文件；已收到的部分都在，请联系管理员清理空间后重试。',
    en: 'The server’s disk is full and takes no files for now. What has arrived is there; ask the administrator to make room, then try again.',
  },
  'files.put.digest-differs': {
    zh: '收到的内容与校验值不一致，可能传输中断；请重新上传。',
    en: 'What arrived differs from its digest, perhaps the link broke; upload again.',
  },
  'session.missing': {
    zh: '尚未登录或登录已过期，请重新登录。',
    en: 'You are not signed in, or the session has expired. Sign in again.',
  },
  'session.start': { zh: '登录', en: 'Sign in' },
  'session.end': { zh: '退出', en: 'Sign out' },
  'session.start.wrong': { zh: '登录名或密码不正确。', en: 'The login or the password is wrong.' },
  'session.start.locked': {
    zh: '连续多次密码错误，请 15 分钟后再试，或联系管理员发送一次性登录链接。',
    en: 'Too many wrong passwords. Try again in 15 minutes, or ask the administrator for a one-time link.',
  },
  'session.start.link-used': {
    zh: '登录链接已使用或已过期，请向管理员索取新的链接。',
    en: 'The sign-in link was used or has expired; ask for a new one.',
  },
}
