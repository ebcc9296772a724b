import { createRoot } from 'react-dom/client';
import { App } from './app';
import { LiveProvider } from './live';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/sections.css';

const place = document.getElementById('app');
if (place !== null) {
  createRoot(place).render(
    <LiveProvider>
      <App />
    </LiveProvider>,
  );
}
