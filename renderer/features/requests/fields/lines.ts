/** What happens to the lines of capabilities, as values. */
import type { Locale } from '../../../../shared/domain/basics.ts';
import type { Capability } from '../../../../shared/domain/capability.ts';
import type { CapabilityLine } from '../../../../shared/domain/request.ts';

export function lineFor(capability: Capability, id: string, locale: Locale): CapabilityLine {
  return { id, capabilityId: capability.id, description: capability.name[locale] };
}

export function withLine(lines: readonly CapabilityLine[], line: CapabilityLine): readonly CapabilityLine[] {
  const held = line.capabilityId !== undefined && lines.some((other) => other.capabilityId === line.capabilityId);
  return held ? lines : [...lines, line];
}

export const withoutLine = (lines: readonly CapabilityLine[], id: string): readonly CapabilityLine[] => lines.filter((line) => line.id !== id);

export const changedLine = (lines: readonly CapabilityLine[], changed: CapabilityLine): readonly CapabilityLine[] => lines.map((line) => (line.id === changed.id ? changed : line));
