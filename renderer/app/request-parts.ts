/** Parts of a request that another room shows beside its own; the requests make them, screens.tsx hands them over. */
import type { ComponentType } from 'react';
import type { FieldValue, RequestDocument } from '../../shared/domain/request.ts';

/** The request to read, field by field. */
export interface RequestPaneProps {
  readonly request: RequestDocument;
  /** absent where nothing can be proposed */
  readonly onPropose?: ((field: string) => void) | undefined;
  /** fields for which a proposal was made already */
  readonly proposed: ReadonlySet<string>;
}

/** What a field of the request says now and what it ought to say; with `onChange` the proposed value can be typed. */
export interface ProposedValueProps {
  readonly request: RequestDocument;
  readonly field: string;
  readonly value: FieldValue | null;
  readonly onChange?: ((value: FieldValue | null) => void) | undefined;
}

/** The input of one field of the request; what is typed goes to `onChange` alone. */
export interface FieldInputProps {
  readonly request: RequestDocument;
  readonly field: string;
  readonly value: FieldValue | null;
  readonly onChange: (value: FieldValue | null) => void;
}

export interface RequestParts {
  readonly RequestPane: ComponentType<RequestPaneProps>;
  readonly ProposedValue: ComponentType<ProposedValueProps>;
}
