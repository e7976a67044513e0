/** `npm run hub -- --data DIR --port N [...]`: a hub for the exchange between posts, from its sources; no window, no build. */
import '../electron/hub/entry.ts';
