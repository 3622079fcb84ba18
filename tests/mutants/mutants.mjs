// Every small change of the rules: a parameter one step off, a choice taken otherwise, a comparison or a junction flipped, a
// switch of the scheme read the other way round.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { LineCounter, parseDocument } from 'yaml';

const EDITION = 'src/scheme/editions/yanhu-2021.yaml';
const CODE = [
  /^src\/rules\/.*\.ts$/,
  /^src\/model\/(service|civil|fraction|source)\.ts$/,
  /^src\/scheme\/(calendar|timeline|scheme|readings|confirmations|settings|values|in-force|office-scheme)\.ts$/,
  /^src\/run\/(ground|month|history|quarter)\.ts$/,
];

const FLIPPED = {
  '>=': '>',
  '>': '>=',
  '<=': '<',
  '<': '<=',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
};

/** What reads a switch. */
const SWITCHES = new Set(['isOn', 'switchOf']);

/** A mutant is one span of one file replaced; `before` and `after` are its line, trimmed, and `text` the whole file. */
function mutant(file, text, line, start, end, replacement) {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const mutated = text.slice(0, start) + replacement + text.slice(end);
  return {
    file,
    line,
    before: text.slice(lineStart, lineEnd).trim(),
    after: mutated.slice(lineStart, lineEnd + replacement.length - (end - start)).trim(),
    text: mutated,
  };
}

/** One step up and one down within the range; for a choice, every other choice. */
const otherValues = ({ value, min, max, choices }) =>
  choices?.filter((choice) => choice !== value) ?? [value + 1, value - 1].filter((step) => step >= min && step <= max);

function parameterMutants(root) {
  const text = readFileSync(`${root}/${EDITION}`, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return Object.entries(document.toJS().parameters).flatMap(([key, parameter]) => {
    const [start, end] = document.getIn(['parameters', key, 'value'], true).range;
    return otherValues(parameter).map((value) => ({
      ...mutant(EDITION, text, lines.linePos(start).line, start, end, String(value)),
      before: `${key}: ${parameter.value}`,
      after: `${key}: ${value}`,
    }));
  });
}

function operatorMutants(root, file) {
  const text = readFileSync(`${root}/${file}`, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const visit = (node) => {
    const operator = ts.isBinaryExpression(node) ? node.operatorToken : undefined;
    const flipped = operator && FLIPPED[operator.getText()];
    if (flipped) {
      const { line } = source.getLineAndCharacterOfPosition(operator.getStart());
      mutants.push(mutant(file, text, line + 1, operator.getStart(), operator.end, flipped));
    }
    if (ts.isCallExpression(node) && SWITCHES.has(node.expression.getText())) {
      const start = node.getStart();
      const { line } = source.getLineAndCharacterOfPosition(start);
      mutants.push(mutant(file, text, line + 1, start, start, '!'));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants;
}

/** Of the tree at `root`, by file and line. */
export function mutantsOf(root) {
  const paths = readdirSync(`${root}/src`, { recursive: true }).map((path) => `src/${path.replaceAll('\\', '/')}`);
  const files = paths.filter((path) => CODE.some((pattern) => pattern.test(path))).sort();
  return [...parameterMutants(root), ...files.flatMap((file) => operatorMutants(root, file))];
}
