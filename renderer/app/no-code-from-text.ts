/**
 * zod compiles its schemas with `new Function` where it may, and asks once whether it may. The page's policy forbids it and reports
 * the question as a violation: so it is told beforehand.
 */
import { config } from 'zod/v4/core';

config({ jitless: true });
