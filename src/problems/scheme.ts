// Problems of the office's own copy of a published text (文件原文) that `scheme --verify` is given.
import { define } from './definition.ts';

const SAVE_AS = '用 Word/WPS 打开后另存为 .docx 或纯文本 .txt';

export const schemeProblems = {
  documentEmpty: define<{ detail: string }>('error', () => ({
    message: '文件里没有文字',
    remedy: `请核对文件；扫描件或图片请先转为文字，再${SAVE_AS}`,
  })),
  documentFormat: define<{ detail: string }>('error', () => ({
    message: '文件不是 .docx，也不是纯文本，无法核对（.doc、.wps、.pdf 等不能直接读取）',
    remedy: `请${SAVE_AS}`,
  })),
  documentEncrypted: define<{ detail: string }>('error', () => ({
    message: '文件有打开密码，无法核对',
    remedy: '请用 Word/WPS 打开，取消密码后另存为 .docx 或纯文本 .txt',
  })),
  documentDamaged: define<{ detail: string }>('error', () => ({
    message: '文件已损坏，无法读取',
    remedy: `请重新取得该文件；能够打开的，请${SAVE_AS}`,
  })),
  documentTooLarge: define<{ detail: string }>('error', () => ({
    message: '文件超出可读取的大小',
    remedy: `请核对是否选错了文件；没有选错的，请${SAVE_AS}`,
  })),
  documentEncoding: define<{ detail: string }>('error', () => ({
    message: '文本的编码既不是 UTF-8 也不是 GB18030，无法核对',
    remedy: '请另存为 UTF-8 编码的 .txt',
  })),
  documentAutoNumbered: define<{ paragraphs: number }>('warning', ({ paragraphs }) => ({
    message: `文件有 ${paragraphs} 个段落使用自动编号，编号不在文字里，这些段落所在的条款会对不上`,
    remedy: '请用 Word/WPS 打开后另存为纯文本 .txt（编号会成为文字），再核对该 .txt',
  })),
};
