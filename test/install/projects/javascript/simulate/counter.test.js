const path = require('node:path');
const simulate = require('miniprogram-simulate');

test('a suite written for miniprogram-simulate', async () => {
  const id = simulate.load(path.join(__dirname, 'counter/counter'), 'counter');
  const counter = simulate.render(id, { label: '件' });
  counter.attach(document.body);
  const listener = jest.fn();
  counter.addEventListener('change', ({ detail }) => listener(detail));
  expect(counter.querySelector('.count').dom.textContent).toBe('件 0');
  counter.querySelector('.add').dispatchEvent('tap');
  await simulate.sleep(0);
  expect(counter.querySelector('.count').dom.textContent).toBe('件 1');
  expect(listener).toHaveBeenCalledWith(1);
  counter.detach();
});
