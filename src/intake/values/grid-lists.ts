// Several 网格编号 in one cell, separated by 、 ， , ； ; or spaces.
import { Fault, type Parser } from './fault.ts';
import { code } from './ids.ts';
import { tidy } from './text.ts';

/** Distinct 网格编号 in the order written. */
export const gridList: Parser<readonly string[]> = (cell, column) => {
  if (cell.kind === 'text')
    return [
      ...new Set(
        tidy(cell.text)
          .split(/[、,;\s]+/)
          .filter((part) => part !== ''),
      ),
    ];
  const single = code(cell, column);
  return single instanceof Fault ? single : [single];
};
