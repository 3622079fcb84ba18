// A small office that closes two months, and archives taken apart and put together again.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveBytes } from '../../src/archive/archive.ts';
import { bytesIn, containerIn } from '../../src/archive/container.ts';
import type { Manifest } from '../../src/model/archive.ts';
import { type Run, temporaryFolder, wanggeAll } from '../commands/office.ts';

const OFFICE = join(import.meta.dirname, '../../fixtures/problems/office');
export const SIGNED = ['--by', '李强', '--date', '2021-08-02'];

/** 调休 */
const MAKE_UP_DAYS = new Set(['2021-09-18', '2021-09-26']);

/** The tables of one month with the days of another; reports and tasks have other numbers. */
export function monthLike(folder: string, from: string, to: string): void {
  const [source, target] = [from, to].map((month) => join(folder, month)) as [string, string];
  mkdirSync(target);
  const [year, month] = to.split('-').map(Number) as [number, number];
  const days = Array.from({ length: new Date(Date.UTC(year, month, 0)).getUTCDate() }, (_, index) => index + 1)
    .map((day) => new Date(Date.UTC(year, month - 1, day)))
    .filter((day) => day.getUTCDay() % 6 !== 0 || MAKE_UP_DAYS.has(day.toISOString().slice(0, 10)))
    .map((day) => day.toISOString().slice(0, 10));
  for (const name of readdirSync(source).filter((one) => one.endsWith('.csv'))) {
    const [head = '', ...rows] = readFileSync(join(source, name), 'utf8').trim().split('\n');
    const moved = rows.map((row) => row.replaceAll(`${from}-04`, `${to}-05`).replaceAll(`${from}-`, `${to}-`));
    const people = [...new Map(rows.map((row) => [row.split(',')[1], row])).values()];
    const daily = people.flatMap((row) => days.map((day) => row.replace(/^[^,]+/, day)));
    const own = name.startsWith('巡查') ? daily : moved;
    const renumbered = own.map((row) => row.replace(/^[XT](?=\d)/, (letter) => `${month}${letter}`));
    writeFileSync(join(target, name), `${[head, ...renumbered].join('\n')}\n`);
  }
}

export const addJuly = (folder: string): void => monthLike(folder, '2021-06', '2021-07');

export function smallOffice(): string {
  const folder = temporaryFolder();
  cpSync(OFFICE, folder, { recursive: true });
  addJuly(folder);
  return folder;
}

/** Runs, one after the other, in one process. */
export const runs = (folder: string, commands: readonly (readonly string[])[]): readonly Run[] =>
  wanggeAll(commands.map((args) => ({ folder, args })));

export const archiveOf = (folder: string, month: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, '归档', `${month}.zip`)));

let closedOnce: string | undefined;

/** June and July closed; a copy for each. */
export function closedOffice(): string {
  closedOnce ??= closeBoth();
  const folder = temporaryFolder();
  cpSync(closedOnce, folder, { recursive: true });
  return folder;
}

function closeBoth(): string {
  const folder = smallOffice();
  const done = runs(folder, [
    ['close', '2021-06', ...SIGNED],
    ['close', '2021-07', ...SIGNED],
  ]);
  const failed = done.filter(({ status }) => status !== 0);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
  return folder;
}

export interface Parts {
  readonly entries: Map<string, Uint8Array>;
  readonly manifest: Manifest;
}

/** An archive's contents without manifest and sums, and its manifest. */
export function partsOf(zip: Uint8Array): Parts {
  const all = containerIn(zip).entries.map((entry) => [entry.path, bytesIn(entry) as Uint8Array] as const);
  const manifest = JSON.parse(new TextDecoder().decode(new Map(all).get('manifest.json'))) as Manifest;
  const own = new Set(['manifest.json', 'SHA256SUMS']);
  return { entries: new Map(all.filter(([path]) => !own.has(path))), manifest };
}

/** An archive that is consistent in itself, whatever it holds. */
export const rewritten = ({ entries, manifest }: Parts): Uint8Array =>
  archiveBytes(
    [...entries].map(([path, bytes]) => ({ path, bytes })),
    manifest,
  );

export const textIn = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
