/** The theme of the window: data-theme on <html>, which tokens.css answers to. 'system' follows the machine, also while running. */
import type { Preferences } from '../../shared/domain/post.ts';

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
let chosen: Preferences['theme'] = 'system';

export function applyTheme(theme: Preferences['theme']): void {
  chosen = theme;
  document.documentElement.dataset['theme'] = theme === 'system' ? (darkSystem.matches ? 'dark' : 'light') : theme;
}

export function followSystemTheme(): void {
  darkSystem.addEventListener('change', () => applyTheme(chosen));
}
