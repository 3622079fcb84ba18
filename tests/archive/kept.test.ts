// Months closed by released versions (fixtures/archives/<version>): an audit by today's program finds nothing, whatever has
// changed since. They are never made anew.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditArchives } from '../../src/closing/audit/audit.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/archives');

interface Kept {
  readonly name: string;
  /** As printed on 发放表. */
  readonly code: string;
}

const versions = readdirSync(FOLDER);

test('there are some', () => {
  expect(versions).toEqual(expect.arrayContaining(['0.2.0', '0.3.0']));
});

describe.each(versions)('closed by %s', (version) => {
  const kept: readonly Kept[] = JSON.parse(readFileSync(join(FOLDER, version, 'codes.json'), 'utf8'));
  const files = kept.map(({ name, code }) => ({
    path: name,
    bytes: new Uint8Array(readFileSync(join(FOLDER, version, name))),
    code,
  }));

  test('every value comes out again, by the code on the paper', async () => {
    const audited = await auditArchives(files);
    expect(audited.map(({ path, differences, manifest }) => [path, differences, manifest?.program])).toEqual(
      kept.map(({ name }) => [name, [], version]),
    );
    expect(audited.flatMap(({ checks }) => checks.filter(({ ok }) => ok === false))).toEqual([]);
  });

  test('the code of another month does not do', async () => {
    const [first, second] = files;
    const [wrong] = await auditArchives([{ ...(first as (typeof files)[0]), code: second?.code ?? '' }]);
    expect(wrong?.differences).toMatchObject([{ cell: '--code', cause: 'code' }]);
  });
});
