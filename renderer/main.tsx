/** Where the window starts. */
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { letEmptyMarkupThrough } from './app/empty-markup.ts';
import { followApplication, startSession } from './app/session.ts';
import { applyTheme, followSystemTheme } from './app/theme.ts';

letEmptyMarkupThrough();
applyTheme('system');
followSystemTheme();
followApplication();
void startSession();

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
