import type { RefusalEntry } from './entry.ts';

/** Refusals about uploads. */
export const fileRefusals = {
  'file-empty': {
    status: 422,
    zh: '文件“{name}”是空的，请重新选择。',
    en: 'The file “{name}” is empty; choose it again.',
  },
  'file-type': {
    status: 415,
    zh: '文件“{name}”的类型不能接收。可以上传照片、PDF、Word、Excel、语音和视频。',
    en: 'The type of “{name}” cannot be accepted. Send photographs, PDF, Word, Excel, voice or video.',
  },
  'file-too-large': {
    status: 413,
    zh: '文件“{name}”超过 {limit} MB，请压缩或分成几个。',
    en: 'The file “{name}” is over {limit} MB; make it smaller or send it in parts.',
  },
  'file-too-many': {
    status: 413,
    zh: '一次最多上传 {limit} 个文件，其余的可以提交后补充。',
    en: 'At most {limit} files at once; add the others after sending.',
  },
  'file-pixels': {
    status: 413,
    zh: '图片“{name}”的尺寸过大（最多 {limit} 百万像素），请缩小后再传。',
    en: 'The picture “{name}” is too large (at most {limit} megapixels); make it smaller.',
  },
  'file-damaged': {
    status: 422,
    zh: '文件“{name}”打不开，可能已损坏，请重新拍照或导出后再传。',
    en: 'The file “{name}” cannot be opened; it may be damaged. Take or export it again.',
  },
  'file-archive-bomb': {
    status: 422,
    zh: '文件“{name}”解压后过大，不能接收。',
    en: 'The file “{name}” unpacks to too much and cannot be accepted.',
  },
  'file-virus': {
    status: 422,
    zh: '文件“{name}”没有通过病毒检查，不能接收。',
    en: 'The file “{name}” did not pass the virus check.',
  },
  'file-scan-unavailable': {
    status: 503,
    zh: '病毒检查暂时不可用，文件先不能上传；文字可以照常提交，文件稍后补充。',
    en: 'The virus check is unavailable, so files must wait; send the text now and add files later.',
  },
  'storage-full': {
    status: 507,
    zh: '存储空间不足，暂时不能上传文件；您的文字已保留，可以先提交文字，稍后再补充文件。',
    en: 'Storage is full, so files cannot be taken now; your text is kept. Send it now, add files later.',
  },
  'scan-kind': {
    status: 415,
    zh: '“{name}”不是图片或 PDF，机器读不了，请对照原件录入。',
    en: '“{name}” is neither a picture nor a PDF; the machine cannot read it. Please type it.',
  },
  'scan-unreadable': {
    status: 422,
    zh: '“{name}”这一页没有读出文字，可能是手写、歪斜或太暗。扫描件没有丢，请对照原件录入，或转正、调亮后重新上传。',
    en: 'No words could be read on this page of “{name}”; it may be handwritten, askew or too dark. The scan is kept: type the text, or upload it again upright and brighter.',
  },
  'scan-no-page': {
    status: 404,
    zh: '“{name}”没有这一页。',
    en: '“{name}” has no such page.',
  },
  'scan-too-long': {
    status: 413,
    zh: '机器最多读前 {limit} 页，其余请对照原件录入。',
    en: 'The machine reads the first {limit} pages at most; please type the rest.',
  },
  'reading-busy': {
    status: 503,
    zh: '等着读的页数太多，请稍后再点一次；也可以先录入。',
    en: 'Too many pages wait to be read; try again shortly, or go on typing.',
  },
} as const satisfies Record<string, RefusalEntry>;
