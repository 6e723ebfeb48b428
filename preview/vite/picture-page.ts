/** The page with the button that makes a PNG of the phone, for a frame of the shell. */
import { PICTURE_WANTED } from '../picture-message';

/** The page's texts. They are not in the shell's tables of texts, because the page does not load the shell's code. */
const words = {
  en: {
    save: 'Export PNG',
    busy: 'Drawing…',
    saved: 'Saved',
    failed: 'Drawing failed:',
    none: 'No response from the preview',
  },
  zh: {
    save: '导出 PNG',
    busy: '正在绘制…',
    saved: '已保存',
    failed: '绘制失败：',
    none: '预览无响应',
  },
} as const;

const style = `
  :root { color-scheme: light dark; font: 13px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
  body { margin: 2px; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; }
  button {
    min-height: 32px; padding: 0 14px; border: 0; border-radius: 7px; cursor: pointer; font: inherit;
    background: light-dark(#08784a, #55d194); color: light-dark(#ffffff, #10160f);
  }
  button:disabled { opacity: 0.6; cursor: default; }
  button:focus-visible { outline: 2px solid light-dark(#08784a, #55d194); outline-offset: 1px; }
  p { margin: 0; color: light-dark(#62625d, #a5a59f); font-size: 12px; overflow-wrap: anywhere; }
`;

/**
 * The page's script. After a click it requests the phone's document from the shell. It ignores messages of other
 * senders.
 */
const script = `
  const button = document.querySelector('button');
  const status = document.querySelector('p');
  const { hosts, wanted, words } = JSON.parse(document.querySelector('#data').textContent);
  let timer;
  const end = (text) => {
    clearTimeout(timer);
    button.disabled = false;
    status.textContent = text;
  };
  const save = (blob, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  button.addEventListener('click', () => {
    button.disabled = true;
    status.textContent = words.busy;
    // Any origin may receive this message, because it is not secret. The page does not know with which host name the
    // shell was opened.
    parent.postMessage(wanted, '*');
    timer = setTimeout(() => end(words.none), 20000);
  });
  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== parent || !hosts.includes(origin) || !button.disabled) return;
    clearTimeout(timer);
    try {
      const { name, ...asked } = data;
      const response = await fetch('/picture', { method: 'POST', body: JSON.stringify(asked) });
      if (!response.ok) return end(words.failed + ' ' + (await response.text() || response.status));
      save(await response.blob(), String(name).replace(/[^\\w\\u4e00-\\u9fff.@-]/g, '-'));
      end(words.saved + ' ' + name);
    } catch (error) {
      end(words.failed + ' ' + error.message);
    }
  });
`;

/**
 * Generates the page's HTML.
 * @param nonce of the page's content security policy, for its style and its scripts
 * @param hosts origins of the shell
 */
export function picturePage(language: 'en' | 'zh', nonce: string, hosts: readonly string[]): string {
  // `<` would end the script element.
  const data = JSON.stringify({ hosts, wanted: PICTURE_WANTED, words: words[language] });
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<title>${words[language].save}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
<button type="button">${words[language].save}</button>
<p role="status"></p>
<script type="application/json" id="data" nonce="${nonce}">${data.replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}">${script}</script>
`;
}
