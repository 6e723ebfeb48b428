/**
 * The login as older phones run it: ES5, where `async` is a state machine over `Promise`, and a `Promise` whose callbacks
 * come in tasks of their own, as on iOS 15 and older (WeChat's polyfill over setTimeout).
 */
import { setImmediate } from 'node:timers';
import { type NodeMock, startNodeMock } from '../../mock-server/node';
import type { PersonStep } from '../../mock-server/types';
import { createPhone, createVirtualClock } from '../../simulator';
import { createHeadless, type Stage } from '../../simulator/headless';
import { createProduct } from '../histories/product';
import { createRun, ROOT, USER_PAGE } from '../support/stage';

const task = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Every callback waits for a task. */
class TaskPromise<T> extends Promise<T> {
  // biome-ignore lint/suspicious/noThenProperty: this is what is different about it
  override then<A = T, B = never>(
    done?: ((value: T) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const later =
      <V, R>(run: (value: V) => R | PromiseLike<R>) =>
      (value: V) =>
        task().then(() => run(value));
    return super.then(done ? later(done) : done, failed ? later(failed) : failed);
  }
}

let mock: NodeMock;
let stage: Stage | undefined;
beforeAll(async () => {
  mock = await startNodeMock();
});
afterEach(() => stage?.close());
afterAll(() => mock.close());

const allow: PersonStep[] = [];

test.each([
  ['guest-legacy', 'authorize'],
  ['guest-button', 'authorize'],
  ['guest-profile', 'authorize'],
  ['member', ''],
  ['session-expired', ''],
  ['fill-form', 'form'],
] as const)('%s ends in a known person', async (scenario, asks) => {
  const clock = createVirtualClock();
  const world = await mock.use(scenario, { clock });
  const phone = createPhone({ ...world.phone, clock, fetch: (url, init) => globalThis.fetch(url, init) });
  const product = createProduct(
    ROOT,
    clock,
    {
      Page: (o: unknown) => (globalThis as unknown as { Page(o: unknown): void }).Page(o),
      Promise: TaskPromise,
    },
    'es5',
  );
  stage = createHeadless({ root: ROOT, phone, modules: product });
  await stage.open(USER_PAGE);
  const run = createRun(world, phone, stage);
  const rest = async () => {
    for (let times = 0; times < 8; times += 1) {
      for (let tasks = 0; tasks < 10; tasks += 1) await task();
      await run.stage.settle();
    }
  };
  await rest();
  if (asks === 'authorize') {
    await run.page.tap({ text: '授权登录' });
    await rest();
    phone.screen.get('authorize').allow();
  }
  if (asks === 'form') {
    await run.play(world.scenario.person ?? allow);
    await run.page.tap({ text: '保存' });
  }
  await rest();
  expect(run.isLogin).toBe(1);
  expect(run.page.data.saving).toBe(false);
});
