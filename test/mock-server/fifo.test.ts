/** The queue of the simulated WeChat keeps the order of its items. */
import { Fifo } from '../../mock-server/wechat/fifo';

test('returns items in order, for any sequence of additions and removals', () => {
  const queue = new Fifo<number>();
  expect(queue.peek()).toBeUndefined();
  expect(queue.shift()).toBeUndefined();
  let next = 0;
  let expected = 0;
  for (let round = 1; round < 200; round += 1) {
    for (let i = 0; i < (round * 7) % 90; i += 1) queue.push(next++);
    for (let i = 0; i < (round * 5) % 80 && expected < next; i += 1) {
      expect(queue.peek()).toBe(expected);
      expect(queue.shift()).toBe(expected);
      expected += 1;
    }
  }
  expect(expected).toBeGreaterThan(3000);
  while (expected < next) expect(queue.shift()).toBe(expected++);
  expect(queue.shift()).toBeUndefined();
});
