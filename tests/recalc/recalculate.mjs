// Has LibreOffice recalculate workbooks.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = (program) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export const canRecalculate = () => runs('soffice');

/** The workbooks (bytes) as LibreOffice saves them after calculating what has no cached value, in one run. */
export function recalculated(workbooks) {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-recalc-'));
  try {
    const out = join(folder, 'out');
    mkdirSync(out);
    const paths = workbooks.map((bytes, index) => {
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...paths], {
      stdio: 'ignore',
    });
    return workbooks.map((_, index) => new Uint8Array(readFileSync(join(out, `${index}.xlsx`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
