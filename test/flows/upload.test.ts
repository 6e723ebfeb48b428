/** The upload of the avatar: its progress is shown, and it can be cancelled. */
import { moduleOf, type Run, useStage } from '../support/stage';
import { until } from '../support/until';

type Door = typeof import('../../miniprogram/auth/index');

const begin = useStage();

/** Starts with a filled-in form on a phone whose uploads wait for `release`. */
async function beginHeld(): Promise<Run & { release: () => void }> {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const run = await begin('fill-form', {
    phone: {
      fetch: async (url, init) => {
        if (init?.body instanceof FormData) await held;
        return globalThis.fetch(url, init);
      },
    },
  });
  await run.play(run.world.scenario.steps ?? []);
  return Object.assign(Object.create(run) as Run, { release });
}

test('a bar shows the progress, also to screen readers', async () => {
  const run = await beginHeld();
  const shown = run.page.setDataCalls.length;
  const steps: number[] = [];
  const stop = moduleOf<Door>('auth/index').auth.subscribe(({ progress }) => {
    if (steps.at(-1) !== progress) steps.push(progress);
  });
  await run.page.tap({ text: '保存' }, { settle: false });
  await until(() => run.state.progress === 75);
  const bar = run.page.find('.upload');
  expect(bar.attribute('aria-role')).toBe('progressbar');
  expect(bar.attribute('aria-label')).toBe('正在上传头像');
  expect(bar.attribute('aria-valuenow')).toBe(75);
  expect(run.page.find('.upload-bar').attribute('style')).toBe('width: 75%');
  expect(run.page.find({ text: '正在上传 75%' }).disabled).toBe(true);
  expect(run.page.find('[name=nickName]').disabled).toBe(true);

  run.release();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
  expect(run.page.findAll('.upload')).toEqual([]);
  stop();
  expect(steps).toEqual([-1, 0, 25, 50, 75, 100, -1]);
  // The page does not show the progress, so it must not be rendered again.
  expect(run.page.setDataCalls.slice(shown)).toEqual([
    { saving: true },
    expect.objectContaining({ saving: false, isLogin: 1 }),
  ]);
});

test('取消 stops the upload: the form is unchanged, no error, and 保存 works again', async () => {
  const run = await beginHeld();
  const before = run.page.snapshot();
  await run.page.tap({ text: '保存' }, { settle: false });
  await until(() => run.state.progress === 75);
  await run.page.tap({ text: '取消' }, { settle: false });
  await until(() => run.page.data.saving === false);
  expect(run.page.snapshot()).toBe(before);
  expect(run.page.find('[name=nickName]').value).toBe('林深时见鹿');

  run.release();
  await run.stage.settle();
  expect(run.isLogin).toBe(2);
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.person-name').text()).toBe('林深时见鹿');
});

test('取消 also stops a save that logs in first', async () => {
  const run = await beginHeld();
  run.release();
  await run.world.expireSessions();
  run.world.addFault({ on: 'onlogin', kind: 'delay', ms: 3000 });
  await run.page.tap({ text: '保存' }, { settle: false });
  await until(() => run.requests.includes('setuserinfo 401'));
  await run.page.tap({ text: '取消' });
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 401', 'onlogin 200']);
  expect(run.isLogin).toBe(2);
  expect(run.page.data.saving).toBe(false);
  expect(run.page.findAll('.notice')).toEqual([]);
});

test('without a picture there is no bar, and 取消 works the same', async () => {
  const run = await begin('guest', { phone: { privacy: { needAuthorization: false } } });
  await run.type('鹿');
  run.world.addFault({ on: 'setuserinfo', kind: 'hang', times: 1 });
  await run.page.tap({ text: '保存' }, { settle: false });
  expect(run.page.findAll('.upload')).toEqual([]);
  await until(() => run.requests.length === 2);
  await run.page.tap({ text: '取消' });
  expect(run.page.data.saving).toBe(false);
  expect(run.page.findAll('.notice')).toEqual([]);
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(1);
});
