// `init --json`: what a new workspace was given.
import type { DocumentBody } from '../schemas/common.ts';
import type { initBody } from '../schemas/init.ts';

export const INIT_SCHEMA = 'init/1';

export const initDocument = (outputs: readonly string[]): DocumentBody<typeof initBody> => ({ outputs });
