/** The windows that are open, known to `app` without knowing what a window is. */
export interface OpenWindow {
  readonly close: () => void;
}
export const openWindows = new Set<OpenWindow>();
