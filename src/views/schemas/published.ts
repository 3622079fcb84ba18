// A document's schema as it is published: JSON Schema, draft 2020-12.
import * as z from 'zod';
import { SCHEMAS } from './index.ts';

/** Null where there is no document of that name. */
export async function publishedSchema(name: string): Promise<object | null> {
  const entry = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
  if (entry === undefined) return null;
  const { id, schema } = await entry.load();
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return { $schema, $id: id, title: entry.title, ...rest };
}
