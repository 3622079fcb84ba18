// What a person reads at the terminal: problems and summaries in Chinese, colour only where it is wanted.
import type { ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import stringWidth from 'string-width';
import type { IssueRecord } from '../model/record.ts';
import { type ProblemGroup, stakeWords } from '../views/problem-groups.ts';

const LABELS = { error: '错误', warning: '警告', notice: '提示' } as const;

const placeText = ({ file, sheet, row, column }: IssueRecord): string => {
  const cell = row === null ? column && `${column} 列` : column === null ? `第 ${row} 行` : `${column}${row}`;
  return [file, sheet, cell].filter((part) => part !== null && part !== '').join(' › ');
};

/** What a text is written on. */
export interface Screen {
  readonly colours: ChalkInstance;
  /** Long lines are broken where they are read on a screen, not where a script takes them. */
  readonly wraps: boolean;
  /** Warnings show their codes, by which they can be accepted. */
  readonly showsCodes?: boolean;
}

/** A text that begins with `first`; lines after the first one begin with `rest`. */
export function hangingText(text: string, first: string, rest: string, wraps: boolean): string {
  const lines = wraps ? wrapped(text, SCREEN_WIDTH - stringWidth(first)) : [text];
  return `${first}${lines.join(`\n${rest}`)}\n`;
}

function stakeText(issue: IssueRecord, count: number): string {
  const words = stakeWords(issue, count);
  return words === null ? '' : `（最多影响 ${words}）`;
}

/** One problem, of so many alike: where, what, and what to do. */
export function issueText(issue: IssueRecord, { colours, wraps, showsCodes = false }: Screen, count = 1): string {
  const paint = { error: colours.red, warning: colours.yellow, notice: colours.cyan }[issue.severity];
  const place = placeText(issue);
  const many = count > 1 ? [colours.bold(`${count} 处，例如`)] : [];
  const code = showsCodes && issue.severity === 'warning' ? [issue.code] : [];
  const head = [paint(LABELS[issue.severity]), ...code, ...many, place && colours.dim(place)]
    .filter((part) => part !== '')
    .join(' ');
  const message = hangingText(`${issue.message}${stakeText(issue, count)}`, '  ', '  ', wraps);
  return `${head}\n${message}${colours.dim(hangingText(issue.remedy, '  → ', '    ', wraps))}`;
}

/** As many groups as `lines` of a screen hold, three at least; what is left is counted. */
export function groupsText(groups: readonly ProblemGroup[], screen: Screen, lines: number): string {
  const texts = groups.map(({ example, count }) => issueText(example, screen, count));
  let [shown, used] = [0, 0];
  for (const text of texts) {
    const height = screenLines(text);
    if (shown >= 3 && used + height > lines) break;
    shown += 1;
    used += height;
  }
  const left = groups.slice(shown);
  const count = left.reduce((sum, group) => sum + group.count, 0);
  const more =
    left.length === 0
      ? ''
      : `还有 ${left.length} 类 ${count} 处，用 --verbose 全部列出，或用 check --annotate 生成问题清单\n`;
  return `${texts.slice(0, shown).join('')}${more}`;
}

/** Lines of a screen that a text takes, its long lines wrapped by the terminal. */
const screenLines = (text: string): number =>
  text
    .trimEnd()
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(stringWidth(line) / SCREEN_WIDTH)), 0);

/** `错误 2，警告 3，提示 0` */
export function countText(issues: readonly IssueRecord[]): string {
  const count = (severity: IssueRecord['severity']) => issues.filter((issue) => issue.severity === severity).length;
  return `错误 ${count('error')}，警告 ${count('warning')}，提示 ${count('notice')}`;
}

/** Columns of a terminal that every screen is made for. */
const SCREEN_WIDTH = 80;

/** Keeps the end of a text that is too wide (file names differ there), or its start. */
function fitted(text: string, width: number, kept: 'start' | 'end'): string {
  if (stringWidth(text) <= width) return text;
  const characters = [...text];
  const short = () => (kept === 'end' ? `…${characters.join('')}` : `${characters.join('')}…`);
  while (characters.length > 0 && stringWidth(short()) > width) {
    if (kept === 'end') characters.shift();
    else characters.pop();
  }
  return short();
}

/** A bordered table no wider than the screen: the first column gives way. Numbers (columns in `right`) are set right. */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
  kept: 'start' | 'end' = 'end',
): string {
  const widest = head.map((title, index) =>
    Math.max(...[title, ...rows.map((row) => row[index] ?? '')].map((text) => stringWidth(text))),
  );
  const others = widest.slice(1).reduce((sum, width) => sum + width + 3, 0);
  const room = SCREEN_WIDTH - others - 4;
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, index) => (right.includes(index) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  for (const [first = '', ...rest] of rows) table.push([fitted(first, room, kept), ...rest]);
  return `${table.toString()}\n`;
}

/** What no line begins with, and what none ends with. */
const CLOSING = /^[，。；：、！？”’）》】…,.;:!?)%]/;
const OPENING = /[（“‘《【(]$/;

/** What stays together: a word, number or path of ASCII as far as it fits on a line, else single characters. */
const piecesOf = (text: string, width: number): readonly string[] =>
  (text.match(/[\x21-\x7e]+|./gsu) ?? []).flatMap((piece) => (stringWidth(piece) > width ? [...piece] : [piece]));

/** Breaks a text into lines of at most `width` columns; a closing sign takes what is before it along. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[][] = [[]];
  for (const piece of piecesOf(text, width)) {
    const line = lines.at(-1) as string[];
    if (stringWidth(`${line.join('')}${piece}`) <= width) {
      line.push(piece);
      continue;
    }
    const next = [piece];
    while (line.length > 1 && (CLOSING.test(next[0] as string) || OPENING.test(line.at(-1) as string)))
      next.unshift(line.pop() as string);
    lines.push(next[0] === ' ' ? next.slice(1) : next);
  }
  return lines.map((line) => line.join('').trimEnd());
}

/** A paragraph no wider than the screen. */
export const paragraphText = (text: string): string => `${wrapped(text, SCREEN_WIDTH).join('\n')}\n`;

/** A table of fixed column widths that add up to the screen; cells wrap, line breaks in them stand. */
export function wideTableText({
  title,
  head,
  widths,
  rows,
}: {
  readonly title: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}): string {
  // A border and a blank on either side of each cell, and the last border.
  const rooms = widths.map((width, index) => width - 3 - (index === 0 ? 1 : 0));
  const cell = (text: string, index: number): string =>
    text
      .split('\n')
      .flatMap((line) => wrapped(line, rooms[index] ?? SCREEN_WIDTH))
      .join('\n');
  const table = new Table({
    head: head.map(cell),
    colWidths: rooms.map((room) => room + 2),
    style: { head: [], border: [] },
  });
  for (const row of rows) table.push(row.map(cell));
  return `${title}\n${table.toString()}\n`;
}

interface Node {
  readonly text: string;
  readonly below: readonly Node[];
}

/** A tree with rules down its side, no wider than the screen. */
export function treeText(nodes: readonly Node[], indent = ''): string {
  return nodes
    .map(({ text, below }, index) => {
      const isLast = index === nodes.length - 1;
      const inner = `${indent}${isLast ? '   ' : '│  '}`;
      const [first = '', ...rest] = wrapped(text, SCREEN_WIDTH - stringWidth(inner));
      const more = rest.map((line) => `${inner}${line}\n`).join('');
      return `${indent}${isLast ? '└─ ' : '├─ '}${first}\n${more}${treeText(below, inner)}`;
    })
    .join('');
}
