/** The page with the button that opens a source in the editor, for a frame of the shell. */
import { escaped } from './html-text';

/** The page's texts. They are not in the shell's tables of texts, because the page does not load the shell's code. */
const words = {
  en: {
    open: 'Open in the editor',
    opened: 'Opened in the editor',
    none: 'No editor was found: set the environment variable LAUNCH_EDITOR',
  },
  zh: {
    open: '在编辑器中打开',
    opened: '已在编辑器中打开',
    none: '没有找到编辑器：请设置环境变量 LAUNCH_EDITOR',
  },
} as const;

const style = `
  :root { color-scheme: light dark; font: 12px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
  body { margin: 0; }
  button {
    max-width: 100%; min-height: 24px; padding: 0; border: 0; overflow: hidden; background: none; cursor: pointer;
    color: light-dark(#08784a, #55d194); font: 12px ui-monospace, Menlo, Consolas, monospace;
    white-space: nowrap; text-overflow: ellipsis; text-decoration: underline; text-underline-offset: 3px;
  }
  button:focus-visible { outline: 2px solid currentColor; outline-offset: -2px; }
  p { margin: 0; color: light-dark(#62625d, #a5a59f); }
`;

const script = `
  const button = document.querySelector('button');
  button.addEventListener('click', async () => {
    const { ok } = await fetch('/open', { method: 'POST', body: button.textContent });
    const status = document.querySelector('p');
    status.textContent = ok ? status.dataset.opened : status.dataset.none;
  });
`;

/**
 * Generates the page's HTML.
 * @param place e.g. `pages/user/user.wxml:12:3`
 * @param nonce of the page's content security policy, for its style and its script
 */
export function editorPage(place: string, language: 'en' | 'zh', nonce: string): string {
  const { open, opened, none } = words[language];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<title>${open}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
<button type="button" title="${open}">${escaped(place)}</button>
<p role="status" data-opened="${opened}" data-none="${none}"></p>
<script nonce="${nonce}">${script}</script>
`;
}
