/** How a call of the contract is written down: who answers it, and its schemas. */
import { z } from 'zod';
import { instant } from '../domain/basics.ts';

interface CallShape<I extends z.ZodType, O extends z.ZodType> {
  readonly owner: 'store' | 'shell';
  readonly whenLocked?: true;
  readonly repeatable?: true;
  readonly input: I;
  readonly output: O;
}

/** Keeps owner and `whenLocked` as literals, so that a process can be checked to answer every call it owns. */
export const call = <const S extends CallShape<z.ZodType, z.ZodType>>(shape: S): S => shape;
export const nothing = z.strictObject({});
/** of autosave: which keystroke became durable, and when */
export const saved = z.strictObject({ seq: z.int().nonnegative(), savedAt: instant });

/** A file that the person took along; the window hears its name and its folder's, never asks for a path. */
export const takenFile = z.strictObject({ cancelled: z.boolean(), folder: z.string(), name: z.string(), bytes: z.int().nonnegative() });
export type TakenFile = z.infer<typeof takenFile>;
