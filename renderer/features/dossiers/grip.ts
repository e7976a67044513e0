/** GRIP levels as choices, and how much each asks for attention. */
import { gripLevels as levels } from '../../../shared/domain/choices.ts';
import type { Grip } from '../../../shared/domain/dossier.ts';
import type { Option, Say, TagTone } from '../../ui/index.ts';

export function isGrip(value: string | null): value is Grip {
  return levels.some((level) => level === value);
}

export const gripOptions = (say: Say): readonly Option[] => levels.map((value) => ({ value, label: say(`dossier.grip.${value}`) }));

/** No GRIP is nothing to look at; from GRIP 4 more than one municipality is in it and the chair of the region leads. */
export function gripTone(value: Grip): TagTone {
  if (value === 'none') return 'neutral';
  return value === 'grip4' || value === 'grip5' || value === 'gripRijk' ? 'bad' : 'warn';
}
