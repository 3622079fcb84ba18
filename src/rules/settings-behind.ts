// Settings as sources: a line that rests on an office's own value names the cell that sets it.
import type { Line } from '../model/decision.ts';
import { parameterKeys } from '../model/expression.ts';
import type { Source } from '../model/source.ts';
import type { ItemDefinition } from '../scheme/edition.ts';
import { type Parameter, referencesIn, type Scheme } from '../scheme/scheme.ts';

/** The cell of an office's own value; nothing for a shipped one. */
export const settingSource = ({ key, value, place }: Parameter): readonly Source[] =>
  place === null || place.file === null || place.row === null
    ? []
    : [
        {
          type: 'setting',
          parameter: key,
          value,
          cell: { file: place.file, sheet: place.sheet, row: place.row, column: place.column },
        },
      ];

/** The settings behind parameters named by key. */
export const settingsBehind = (scheme: Scheme, keys: Iterable<string>): readonly Source[] =>
  [...new Set(keys)].flatMap((key) => {
    const parameter = scheme.parameters.get(key);
    return parameter ? settingSource(parameter) : [];
  });

/**
 * The lines of an item with their settings: a line's own amounts and counts, and what decides about all of them (thresholds,
 * periods, readings).
 */
export function withSettings(scheme: Scheme, item: ItemDefinition, lines: readonly Line[]): readonly Line[] {
  const inLines = new Set(lines.flatMap(({ expression }) => parameterKeys(expression)));
  const deciding = referencesIn(item.with).filter((key) => !inLines.has(key));
  return lines.map((line) => {
    const named = new Set(line.sources.flatMap((source) => (source.type === 'setting' ? [source.parameter] : [])));
    const behind = [...parameterKeys(line.expression), ...deciding].filter((key) => !named.has(key));
    return { ...line, sources: [...line.sources, ...settingsBehind(scheme, behind)] };
  });
}
