// The gallery fixtures/problems: the built program tells every problem of the catalogue, word for word, in a workspace
// that provokes it.
import { isUtf8 } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IssueRecord } from '../../src/model/record.ts';
import { catalogue } from '../../src/problems/catalogue.ts';
import type { Code } from '../../src/problems/problem.ts';
import { addJuly } from '../archive/office.ts';
import { hashes, type Run, temporaryFolder, wanggeAll } from './office.ts';
import { mistakesIn } from './published.ts';

const ROOT = join(import.meta.dirname, '../..');
const GALLERY = join(ROOT, 'fixtures/problems');
const OFFICE = 'office';

/** What happened before the command: a run, a file gone, a file elsewhere, a link, July like June. */
type Step =
  | { readonly run: readonly string[] }
  | { readonly remove: string }
  | { readonly move: readonly [from: string, to: string] }
  | { readonly link: readonly [at: string, to: string] }
  | { readonly july: true };

interface Exhibit {
  readonly command: readonly string[];
  readonly before?: readonly Step[];
  readonly without?: readonly string[];
  readonly problem: Omit<IssueRecord, 'code'>;
  readonly also?: readonly string[];
}

const SHOWN = Object.keys(catalogue) as Code[];

const exhibitOf = (code: string): Exhibit => JSON.parse(readFileSync(join(GALLERY, code, 'problem.json'), 'utf8'));

function officeCopy(): string {
  const folder = temporaryFolder();
  cpSync(join(GALLERY, OFFICE), folder, { recursive: true });
  return folder;
}

/** The office with what provokes the problem. */
function workspaceOf(code: string, { without = [] }: Exhibit): string {
  const folder = officeCopy();
  for (const path of without) rmSync(join(folder, path), { recursive: true });
  cpSync(join(GALLERY, code), folder, { recursive: true, filter: (path) => !path.endsWith('problem.json') });
  return folder;
}

/** Steps of many exhibits, the first ones of all of them, then the second ones: runs share a process. */
function takeAll(exhibits: readonly { readonly folder: string; readonly before: readonly Step[] }[]): void {
  for (let index = 0; exhibits.some(({ before }) => index < before.length); index++) {
    const steps = exhibits.flatMap(({ folder, before }) => {
      const step = before[index];
      return step ? [{ folder, step }] : [];
    });
    for (const { folder, step } of steps) {
      if ('remove' in step) rmSync(join(folder, step.remove), { recursive: true });
      if ('move' in step) renameSync(join(folder, step.move[0]), join(folder, step.move[1]));
      if ('link' in step) symlinkSync(step.link[1], join(folder, step.link[0]));
      if ('july' in step) addJuly(folder);
    }
    const runs = steps.flatMap(({ folder, step }) =>
      'run' in step ? [{ folder, args: [...step.run, '--json'] }] : [],
    );
    expect(wanggeAll(runs).filter(({ status }) => status !== 0)).toEqual([]);
  }
}

test('every problem has its folder, every folder its problem', () => {
  const folders = readdirSync(GALLERY, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([OFFICE, ...SHOWN].sort());
});

test('nothing is wrong in the office itself', () => {
  const commands = ['check 2021-06', 'pay 2021-06', 'rank 2021-Q2', 'warn 2021-06'];
  const runs = wanggeAll(
    commands.map((command) => ({ folder: officeCopy(), args: [...command.split(' '), '--json'] })),
  );
  for (const { status, out } of runs) {
    const issues: readonly IssueRecord[] = JSON.parse(out).issues;
    // The office has no name, which pay tells.
    expect([status, issues.filter(({ code }) => code !== 'officeNameUnset')]).toEqual([0, []]);
  }
});

describe('the problem is told', () => {
  let runs = new Map<Code, Run>();
  beforeAll(() => {
    const codes = SHOWN.filter((code) => existsSync(join(GALLERY, code)));
    const exhibits = codes.map((code) => {
      const { before = [], ...exhibit } = exhibitOf(code);
      return { folder: workspaceOf(code, exhibit), before, args: [...exhibit.command, '--json'] };
    });
    takeAll(exhibits);
    runs = new Map(wanggeAll(exhibits).map((run, index) => [codes[index] as Code, run]));
  });
  test.each(SHOWN)('%s', (code) => {
    const { problem, also = [] } = exhibitOf(code);
    const { status, out } = runs.get(code) as Run;
    const document = JSON.parse(out);
    expect(mistakesIn(document)).toEqual([]);
    const issues: readonly IssueRecord[] = document.issues;
    expect(issues.filter((issue) => issue.code === code)).toEqual([{ code, ...problem }]);
    expect(issues.filter((issue) => issue.code !== code).map((issue) => issue.code)).toEqual(also);
    const isError = problem.severity === 'error';
    expect(issues.filter(({ severity }) => severity === 'error')).toHaveLength(isError ? 1 : 0);
    expect(status === 1).toBe(isError);
  });
});

test('people read the same words', () => {
  const plain = (text: string) => text.replace(/\s/g, '');
  const codes = ['dateNotReal', 'tableMissing', 'mergedFigureOnce', 'columnUnknown', 'documentFormat'] as const;
  const exhibits = codes.map(exhibitOf);
  const runs = wanggeAll(
    exhibits.map((one, index) => ({ folder: workspaceOf(codes[index] as Code, one), args: one.command })),
  );
  for (const [index, { problem }] of exhibits.entries())
    for (const words of [problem.message, problem.remedy])
      expect(plain(`${runs[index]?.out}${runs[index]?.err}`)).toContain(plain(words));
});

test('files that are no text are made by a script, always the same', () => {
  const folder = temporaryFolder();
  spawnSync(process.execPath, [join(ROOT, 'fixtures/make-problems.mjs'), folder]);
  const noText = Object.entries(hashes(GALLERY)).filter(([path]) => !isUtf8(readFileSync(join(GALLERY, path))));
  expect(hashes(folder)).toEqual(Object.fromEntries(noText));
});
