// Equal models give equal bytes under any clock and time zone.
import { unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { payWorkbook } from '../../../src/views/workbook/pay.ts';
import { rankingWorkbook } from '../../../src/views/workbook/ranking.ts';
import { workbookBytes } from '../../../src/writers/xlsx/write.ts';
import { monthRecord, rankingRecord } from '../../views/workbook/record.ts';

const ZONE = process.env.TZ;
const NOBODY = { preparedBy: null, preparedOn: null };
const record = monthRecord(5);
const pay = payWorkbook(record, NOBODY);
/** With bars and a form as well. */
const ranked = rankingWorkbook(rankingRecord(record), record, NOBODY).sheets.slice(0, 2);
const model = { ...pay, sheets: [...pay.sheets, ...ranked] };

afterEach(() => {
  vi.useRealTimers();
  if (ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE;
});

/** The bytes written at a moment in a time zone whose offset in minutes is known, so that the zone is seen to hold. */
async function writtenIn(zone: string, offset: number, moment: string): Promise<Buffer> {
  process.env.TZ = zone;
  vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
  expect(new Date('2021-07-01T00:00:00Z').getTimezoneOffset()).toBe(offset);
  return Buffer.from(await workbookBytes(model));
}

it('under every time zone and clock', async () => {
  const first = await writtenIn('Asia/Shanghai', -480, '2021-08-03T01:00:00Z');
  const others = [
    await writtenIn('America/New_York', 240, '2026-12-31T23:59:59Z'),
    await writtenIn('Pacific/Kiritimati', -840, '2030-01-01T00:00:00Z'),
    await writtenIn('UTC', 0, '2021-08-03T01:00:01Z'),
  ];
  expect(others.map((bytes) => bytes.equals(first))).toEqual([true, true, true]);
});

it('entries are sorted, without folders, all of 1 January 1980', async () => {
  const bytes = Buffer.from(await workbookBytes(model));
  const names = Object.keys(unzipSync(bytes));
  expect(names).toEqual([...names].sort());
  expect(names.filter((name) => name.endsWith('/'))).toEqual([]);
  const times = new Set<number>();
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    times.add(bytes.readUInt32LE(at + 12));
  expect([...times]).toEqual([((1 << 5) | 1) << 16]);
});
