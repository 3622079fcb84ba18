// How far a run has come: one line that is written over, on a terminal only, once the run has taken a while.
import stringWidth from 'string-width';

export interface Progress {
  /** `done` of `total`, null where it is not known, and what is being done now. */
  readonly show: (what: string, done?: number, total?: number) => void;
  /** Takes the line away: something else is to be written. */
  readonly clear: () => void;
}

export const NO_PROGRESS: Progress = { show: () => {}, clear: () => {} };

const PATIENCE_MS = 1000;
const EVERY_MS = 100;
const BAR = 20;
const WIDTH = 79;

function barText(done: number, total: number): string {
  const full = total === 0 ? BAR : Math.round((BAR * done) / total);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${done}/${total} `;
}

/** `now` in milliseconds, from any beginning. */
export function progressOn(write: (text: string) => void, now: () => number): Progress {
  const began = now();
  let shown = 0;
  let last = began;
  return {
    show: (what, done, total) => {
      const time = now();
      if (time - began < PATIENCE_MS || (shown > 0 && time - last < EVERY_MS)) return;
      last = time;
      let line = `${done === undefined || total === undefined ? '' : barText(done, total)}${what}`;
      while (stringWidth(line) > WIDTH) line = [...line].slice(0, -1).join('');
      const width = stringWidth(line);
      write(`\r${line}${' '.repeat(Math.max(0, shown - width))}`);
      shown = width;
    },
    clear: () => {
      if (shown > 0) write(`\r${' '.repeat(shown)}\r`);
      shown = 0;
    },
  };
}
