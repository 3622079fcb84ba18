// `template --json`: the template that was written.
import type { DocumentBody } from '../schemas/common.ts';
import type { templateBody } from '../schemas/template.ts';

export const TEMPLATE_SCHEMA = 'template/1';

export const templateDocument = (output: string): DocumentBody<typeof templateBody> => ({ outputs: [output] });
