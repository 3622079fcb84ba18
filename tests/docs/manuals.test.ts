// The manuals, tried line by line: each `wangge …` of their sh blocks, in order, on the sample office under the name that they
// use.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, wangge } from '../commands/office.ts';

const ROOT = join(import.meta.dirname, '../..');
const OFFICE = '剡湖街道';

const linesOf = (path: string): readonly string[] =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line.startsWith('wangge '))
    .map((line) => line.replace(/\s+# .*$/, '').slice('wangge '.length));

/** Where a line is not tried, what tries it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'scheme --verify 方案原文.docx': 'needs the published document: tests/scheme/document',
  'simulate 2021-Q3 --interpretations -C 剡湖街道': 'takes a minute: tests/commands/simulate.test.ts',
};

const accepted = (...codes: readonly string[]) => codes.flatMap((code) => ['--accept', `${code}=已核实`]);
/** What the sample office is asked when it closes its first month. */
const FIRST_CLOSE = ['--first-month', '此前手工核算', ...accepted('redCardCheckIncomplete')];

/** With the words that a close asks for. */
function adapted(line: string, folder: string): readonly string[] {
  const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
  const own = words.filter((word, index) => word !== '-C' && words[index - 1] !== '-C');
  const paths = own.flatMap((word) => {
    if (word === OFFICE) return [folder];
    if (!word.startsWith(`${OFFICE}/`)) return [word];
    const pattern = new RegExp(`^${word.slice(word.lastIndexOf('/') + 1).replace('*', '.*')}$`);
    const parent = join(folder, word.slice(OFFICE.length + 1, word.lastIndexOf('/')));
    const found = readdirSync(parent).filter((name) => pattern.test(name));
    return found.map((name) => join(parent, name));
  });
  if (own[0] !== 'close' || own.includes('--void')) return paths;
  const hasBankList = existsSync(join(folder, '2021-07/输出/2021-07-银行代发.xlsx'));
  const accepts = own.some((word) => word.startsWith('redCardCheckIncomplete='));
  const asked = accepts ? FIRST_CLOSE.slice(0, 2) : FIRST_CLOSE;
  return [...paths, ...asked, ...(hasBankList ? accepted('bankListStale') : [])];
}

/** The code that a close printed. */
const codeOf = (text: string): string | null => /结果校验码 (\S+?)，/.exec(text)?.[1] ?? null;

const inFolder = (): string => {
  const folder = join(temporaryFolder(), OFFICE);
  cpSync(join(ROOT, 'fixtures/sample'), folder, { recursive: true });
  return folder;
};

const MANUALS = ['docs/手册.md', 'docs/脚本.md', 'docs/审计.md'];

test('each manual has lines to try, and what is tried elsewhere stands in one', () => {
  const lines = MANUALS.map(linesOf);
  expect(lines.filter((own) => own.length < 5)).toEqual([]);
  expect(Object.keys(ELSEWHERE).filter((line) => !lines.flat().includes(line))).toEqual([]);
});

test.each(MANUALS)(
  '%s',
  (path) => {
    const [empty, folder] = [join(temporaryFolder(), OFFICE), inFolder()];
    let code = '';
    if (path === 'docs/审计.md') {
      const { out, status } = wangge(folder, [
        'close',
        '2021-07',
        '--by',
        '李强',
        '--date',
        '2021-08-02',
        ...FIRST_CLOSE,
      ]);
      expect(status).toBe(0);
      code = codeOf(out) ?? '';
    }
    const failed = linesOf(path)
      .filter((line) => !(line in ELSEWHERE))
      .flatMap((line) => {
        const isStart = /^(?:init|template) /.test(line);
        if (line.startsWith('template ')) rmSync(join(empty, '模板/巡查.xlsx'), { force: true });
        const args = adapted(line, isStart ? empty : folder);
        const printed = args.map((word, index) => (args[index - 1] === '--code' ? code : word));
        const { status, err } = wangge(isStart ? empty : folder, printed);
        return status === 0 ? [] : [`wangge ${line}: ${status} ${err.slice(0, 300)}`];
      });
    expect(failed).toEqual([]);
  },
  180_000,
);
