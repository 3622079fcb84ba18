// wangge scheme through the real binary: what is in force, the map of the published text, an office's own copy.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { bytes, isThere, text, titled } from '../scheme/document/published.ts';
import { hashes, json, sampleCopy, temporaryFolder, wangge } from './office.ts';

/** Without the lines of tables and the breaks of cells. */
const unbroken = (out: string): string => out.replace(/[\s│]/g, '');
const widest = (out: string): number => Math.max(...out.split('\n').map((line) => stringWidth(line)));

describe('parameters, clauses and readings', () => {
  test('the shipped edition: every parameter and reading, no wider than the screen', () => {
    const folder = temporaryFolder();
    const run = wangge(folder, ['scheme']);
    expect([run.status, run.err, widest(run.out) <= 80]).toEqual([0, '', true]);
    for (const part of ['巡查补贴标准', '800元/月', '街道自定 口径 K5', '可选乙', '未确认'])
      expect(run.out).toContain(part);
    const document = json(wangge(folder, ['scheme', '--json']));
    expect(document.schema).toBe('scheme/1');
    expect(document.inForce).toEqual({ from: '2021-06', until: null });
    expect(document.interpretations.map(({ number }: { number: string }) => number)).toEqual(
      Array.from({ length: 37 }, (_, index) => `K${index + 1}`),
    );
    expect(hashes(folder)).toEqual({});
  });
  test('a month of an office: its own values and confirmed readings', () => {
    const folder = sampleCopy();
    writeFileSync(
      join(folder, '设置.csv'),
      '参数,取值,起始月,决定,批准人\n巡查补贴标准,900,2021-08,会议纪要3号,王主任\n',
    );
    writeFileSync(join(folder, '口径.csv'), '编号,选定,起始月,决定,批准人\nK8,乙,2021-08,会议纪要4号,李主任\n');
    const parameters = (month: string) => {
      const document = json(wangge(folder, ['scheme', month, '--json']));
      const of = (key: string) => document.parameters.find((one: { key: string }) => one.key === key);
      const k8 = document.interpretations.find(({ number }: { number: string }) => number === 'K8');
      return [of('patrol.amount').value, of('patrol.amount').basis, of('meeting.lateDeduction').value, k8.taken];
    };
    expect(parameters('2021-07')).toEqual(['800', { clause: '三（六）1', quote: '补助800元/月' }, '0', '甲']);
    expect(parameters('2021-08')).toEqual(['900', { approver: '王主任', reason: '会议纪要3号' }, '50', '乙']);
    expect(unbroken(wangge(folder, ['scheme', '2021-08']).out)).toContain('已确认（批准人：李主任，自2021-08）');
  });
  test('a mistake in the settings: exit 1 with its cell', () => {
    const folder = sampleCopy();
    writeFileSync(join(folder, '设置.csv'), '参数,取值,起始月,决定,批准人\n巡查补贴标谁,900,,,\n');
    const run = wangge(folder, ['scheme', '2021-07']);
    expect([run.status, run.out]).toEqual([1, '']);
    expect(run.err).toContain('设置.csv › A2');
  });
  test('a month before any edition', () => {
    const run = wangge(temporaryFolder(), ['scheme', '2021-05']);
    expect(run.status).toBe(1);
    expect(run.err).toContain('2021-05 没有施行中的方案，最早的方案自 2021-06 起施行');
  });
});

describe('the map of the published text', () => {
  test('every sentence, no wider than the screen', () => {
    const run = wangge(temporaryFolder(), ['scheme', '--coverage']);
    expect([run.status, run.err, widest(run.out) <= 80]).toEqual([0, '', true]);
    expect(run.out).toContain('第3句“开展入格巡查，完…” → 项目 巡查补贴');
    const { totals, sentences } = json(wangge(temporaryFolder(), ['scheme', '--coverage', '--json']));
    expect(sentences.length).toBe(totals.sentences);
    expect(totals.treated + totals.outside).toBe(totals.sentences);
  });
  test('not both at once', () => {
    expect(wangge(temporaryFolder(), ['scheme', '--coverage', '--verify', 'x.txt']).status).toBe(2);
  });
});

describe.skipIf(!isThere)(titled('the office’s own copy'), () => {
  const verified = (content: Uint8Array | string) => {
    const path = join(temporaryFolder(), '方案.txt');
    writeFileSync(path, content);
    return wangge(temporaryFolder(), ['scheme', '--verify', path]);
  };
  test('the published bytes', () => {
    const run = verified(bytes);
    expect([run.status, run.err]).toEqual([0, '']);
    expect(run.out).toContain('文件与登记的逐字节相同，39 处引文、109 句原文全部核对一致');
  });
  test('the same words in other bytes', () => {
    const run = verified(text.replaceAll('\n', '\r\n'));
    expect(run.status).toBe(0);
    expect(run.out).toContain('全部核对一致');
  });
  test('a figure altered: what it no longer supports, exit 3', () => {
    const run = verified(text.replace('扣减25元/天', '扣减30元/天'));
    expect([run.status, widest(run.out) <= 80]).toEqual([3, true]);
    expect(run.out).toContain('失去依据的参数：未达标日扣减 25元/天');
  });
  test('a sentence removed: the parameter that rests on it, exit 3', () => {
    const run = verified(text.replace('6.每月上报有效信息不少于20条；', ''));
    expect(run.status).toBe(3);
    expect(run.out).toContain('信息考核基数 20条');
  });
});

test('a copy that is not there, and one that is no text', () => {
  const folder = temporaryFolder();
  expect(wangge(folder, ['scheme', '--verify', join(folder, '没有.txt')]).status).toBe(4);
  const path = join(folder, '方案.pdf');
  writeFileSync(path, '%PDF-1.7\n\0\0');
  const run = wangge(folder, ['scheme', '--verify', path]);
  expect([run.status, run.err.includes('方案.pdf')]).toEqual([1, true]);
  expect(readFileSync(path, 'latin1')).toBe('%PDF-1.7\n\0\0');
});
