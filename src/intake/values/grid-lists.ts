// Several 网格编号 in one cell, separated by 、 ， , ； ; or spaces.
import { Fault, type Parser } from './fault.ts';
import { code } from './ids.ts';
import { typedText } from './typed.ts';

/** Distinct 网格编号 in the order written. */
export const gridList: Parser<readonly string[]> = (cell, column) => {
  if (cell.kind === 'text')
    return [
      ...new Set(
        typedText(cell.text)
          .split(/[、,;\s]+/)
          .filter((part) => part !== ''),
      ),
    ];
  const single = code(cell, column);
  return single instanceof Fault ? single : [single];
};
