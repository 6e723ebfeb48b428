/** The text inside `<rich-text>` counts as text of the page. */
import type { Case } from '../../support/case';

const source = 'https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html';
const shown = (title: string, data: unknown, text: string, attributes = ''): Case => ({
  title,
  source,
  files: {
    'page.wxml': `<rich-text nodes="{{nodes}}"${attributes}></rich-text><view>尾</view>`,
    'page.js': `Page({ data: ${JSON.stringify({ nodes: data })}, set(data) { this.setData(data); } });`,
  },
  opened: { text: text === '' ? '尾' : `${text}\n尾` },
});

const cases: Record<string, Case> = {
  html: shown(
    'HTML in a string is shown with one line per block',
    '<p>甲 <b>乙</b></p><div>丙<br/>丁</div>',
    '甲 乙\n丙\n丁',
  ),
  'untrusted-tags': shown(
    'a tag that is not allowed is removed with its content',
    '<p>前<custom>坏<b>粗</b></custom><script>x</script><iframe src="x"></iframe>后</p>',
    '前后',
  ),
  'list-of-nodes': shown(
    'a list of nodes: tag names in any case, entities in texts; other values are ignored',
    [
      { name: 'DIV', attrs: { class: 'x', id: 'no' }, children: [{ type: 'text', text: '1 &lt; 2 <b>' }] },
      { name: 'video', children: [{ type: 'text', text: '不见' }] },
      null,
      'text',
      { type: 'text', text: '末' },
    ],
    '1 < 2 <b>\n末',
  ),
  nothing: shown('nodes that are neither a string nor a list show nothing', 5, ''),
  follows: {
    ...shown('the text changes with the data', '甲', '甲', ' space="nbsp"'),
    steps: [
      { call: ['set', { nodes: [{ name: 'p', children: [{ type: 'text', text: '乙' }] }] }], text: '乙\n尾' },
    ],
  },
};
export default cases;
