// Documents against their published JSON Schemas, by a validator that knows nothing of the program.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { SCHEMAS } from '../../src/views/schemas/index.ts';
import { type Run, temporaryFolder, wanggeAll } from './office.ts';

let compiled: ReadonlyMap<string, ValidateFunction> | undefined;

/** By the name of `wangge schema <name>`, each as the built program prints it. */
export function validators(): ReadonlyMap<string, ValidateFunction> {
  compiled ??= compile();
  return compiled;
}

function compile(): ReadonlyMap<string, ValidateFunction> {
  const folder = temporaryFolder();
  const names = Object.keys(SCHEMAS);
  const printed = wanggeAll(names.map((name) => ({ folder, args: ['schema', name] })));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  return new Map(names.map((name, index) => [name, ajv.compile(JSON.parse((printed[index] as Run).out))]));
}

export interface Document {
  readonly schema: string;
}

/** What the schema that the document names has against it. */
export function mistakesIn(document: Document): readonly string[] {
  const validate = validators().get(document.schema.replace(/\/\d+$/, ''));
  if (validate === undefined) return [`no schema for ${document.schema}`];
  if (validate(document)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
