// Whether this machine can print workbooks: LibreOffice and poppler.
import { execFileSync } from 'node:child_process';

const runs = (program: string, ...parameters: readonly string[]): boolean => {
  try {
    execFileSync(program, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export const canPrint = runs('soffice', '--version') && runs('pdfinfo', '-v');
