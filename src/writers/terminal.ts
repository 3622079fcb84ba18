// What a person reads at the terminal: problems and summaries in Chinese, colour only where it is wanted.
import chalkDefault, { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import stringWidth from 'string-width';
import type { IssueRecord } from '../model/record.ts';

/** Colours for a stream: none when it is no terminal or NO_COLOR is set. */
export const coloursFor = (stream: { isTTY?: boolean }, noColor: boolean): ChalkInstance =>
  new Chalk({ level: stream.isTTY && !noColor ? chalkDefault.level : 0 });

const LABELS = { error: '错误', warning: '警告', notice: '提示' } as const;

const placeText = ({ file, sheet, row, column }: IssueRecord): string => {
  const cell = row === null ? column && `${column} 列` : column === null ? `第 ${row} 行` : `${column}${row}`;
  return [file, sheet, cell].filter((part) => part !== null && part !== '').join(' › ');
};

/** One problem: where, what, and what to do. */
export function issueText(issue: IssueRecord, colours: ChalkInstance): string {
  const paint = { error: colours.red, warning: colours.yellow, notice: colours.cyan }[issue.severity];
  const place = placeText(issue);
  const head = [paint(LABELS[issue.severity]), place && colours.dim(place)].filter((part) => part !== '').join(' ');
  return `${head}\n  ${issue.message}\n  ${colours.dim(`→ ${issue.remedy}`)}\n`;
}

/** `错误 2，警告 3，提示 0` */
export function countText(issues: readonly IssueRecord[]): string {
  const count = (severity: IssueRecord['severity']) => issues.filter((issue) => issue.severity === severity).length;
  return `错误 ${count('error')}，警告 ${count('warning')}，提示 ${count('notice')}`;
}

/** Columns of a terminal that every screen is made for. */
const SCREEN_WIDTH = 80;

/** Keeps the end of a text that is too wide: file names differ there. */
function fitted(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const characters = [...text];
  while (stringWidth(`…${characters.join('')}`) > width) characters.shift();
  return `…${characters.join('')}`;
}

/** A bordered table no wider than the screen: the first column gives way. Numbers (columns in `right`) are set right. */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
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
  for (const [first = '', ...rest] of rows) table.push([fitted(first, room), ...rest]);
  return `${table.toString()}\n`;
}

/** Breaks a text into lines of at most `width` columns. */
function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const character of text) {
    if (stringWidth(`${lines.at(-1)}${character}`) > width) lines.push('');
    lines[lines.length - 1] += character;
  }
  return lines;
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
