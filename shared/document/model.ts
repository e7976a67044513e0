/**
 * One document model, from which text, DOCX, HTML (and through it PDF) and the preview are made. It knows the order and the
 * meaning of what stands on paper, nothing of how a format draws it.
 */
import type { Locale } from '../domain/basics.ts';
import type { PackVersions } from '../domain/pack.ts';

export interface Fact {
  readonly label: string;
  /** paragraphs; empty when the field is empty and the paper must show that it is */
  readonly text: readonly string[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly anchor: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'remark'; readonly tone: 'concept' | 'warning' | 'note'; readonly text: string }
  | { readonly kind: 'signature'; readonly lines: readonly Fact[] };

export interface DocumentModel {
  readonly locale: Locale;
  /** what it is of, where file name and read-out say so; a request when absent */
  readonly what?: 'advice' | 'life';
  readonly title: string;
  /** the post's reference, the same over all versions */
  readonly reference: string;
  /** absent where there are no versions: a dossier, an emergency set */
  readonly version?: number;
  /** snapshot: what is known at this moment, neither a draft nor final */
  readonly state: 'draft' | 'finalised' | 'snapshot';
  /** belongs to an exercise space: OEFENING on every page and in the file name */
  readonly exercise: boolean;
  /** `22-11-2026 03:14 (CET)`: when this paper was made, with its zone */
  readonly madeAt: string;
  readonly author: string;
  readonly packVersions: PackVersions;
  readonly blocks: readonly Block[];
}
