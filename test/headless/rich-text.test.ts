/** `<rich-text>`: the user sees its text; the mini-program cannot select its inner elements. */
import { openPage } from './support/app';

it('a string without tags is shown unchanged', async () => {
  const { page } = await openPage('<rich-text nodes="{{nodes}}"/>', "data: { nodes: 'a < b' }");
  expect(page.text()).toBe('a < b');
});

it('a list of nodes, with entities in its texts', async () => {
  const nodes = [
    {
      name: 'DIV',
      attrs: { class: 'x', id: 'no', onclick: 'no' },
      children: [{ type: 'text', text: '1 &lt; 2 <b>' }],
    },
    { name: 'video', children: [{ type: 'text', text: '不见' }] },
    null,
  ];
  const { page } = await openPage('<rich-text nodes="{{nodes}}"/>', `data: ${JSON.stringify({ nodes })}`);
  expect(page.text()).toBe('1 < 2 <b>');
  expect(page.dom.querySelector('wx-rich-text div')?.outerHTML).toBe(
    '<div class="x">1 &lt; 2 &lt;b&gt;</div>',
  );
});

it('follows its data, and `space` keeps spaces', async () => {
  const { page } = await openPage('<rich-text space="ensp" nodes="{{nodes}}"/>', "data: { nodes: 'a  b' }");
  expect(page.has('a b')).toBe(true);
  expect(page.find('rich-text').dom.textContent).toBe('a\u2002\u2002b');
  page.instance.setData({ nodes: '<p>c</p>' });
  expect(page.text()).toBe('c');
});

it('its content is found by text as the rich-text itself, and by no selector', async () => {
  const { page } = await openPage(
    '<rich-text bindtap="go" nodes="<p>点我</p>"/>',
    'go() { this.setData({ n: 1 }) }',
  );
  expect(page.findAll('p')).toEqual([]);
  await page.tap({ text: '点我' });
  expect(page.data.n).toBe(1);
});
