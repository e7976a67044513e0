import { checks } from './checks.ts';
import { desk } from './desk.ts';
import { document } from './document.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';

export const nl = { ...checks, ...desk, ...document, ...errors, ...frame } as const;
