/** openid, unionid and session_key never leave the servers: not in a response, a log, a storage entry or page data. */
import { scenarios } from '../../mock-server/scenarios';
import type { World } from '../../mock-server/types';
import { testAccounts } from '../../mock-server/wechat/accounts';
import { type Run, useStage } from '../support/stage';

const begin = useStage();

/** Collects all data that is visible outside the servers. */
class Harvest {
  private readonly found: [string, string][] = [];

  add(where: string, what: unknown): void {
    this.found.push([where, typeof what === 'string' ? what : (JSON.stringify(what) ?? '')]);
  }

  get size(): number {
    return this.found.length;
  }

  /** Places where a secret's name or value appears. */
  leaks(values: ReadonlySet<string>): string[] {
    const names = /session_?key|openid|unionid/i;
    return this.found.flatMap(([where, text]) => {
      const name = names.exec(text)?.[0];
      const shown = [...values].filter(
        (value) => text.includes(value) || text.includes(encodeURIComponent(value)),
      );
      return [...(name ? [name] : []), ...shown].map((secret) => `${where}: ${secret}`);
    });
  }
}

/** The secret values. Values that WeChat creates during the test are added. */
function secretsOf(world: World): Set<string> {
  const values = new Set<string>();
  for (const { openid, unionid } of testAccounts('http://127.0.0.1:3000')) {
    values.add(openid);
    if (unionid) values.add(unionid);
  }
  const ask = world.wechat.code2Session;
  world.wechat.code2Session = async (query) => {
    const body = await ask(query);
    if (body.session_key) values.add(body.session_key);
    return body;
  };
  return values;
}

/** Performs the next step that the scenario allows. */
async function goOn(run: Run): Promise<void> {
  if (run.page.data.ask === 'form') {
    await run.type('鹿');
    await run.page.tap({ text: '保存' });
    if (run.page.findAll('.sheet').length > 0) await run.page.tap({ text: '同意' });
  } else if (run.page.data.ask === 'login') {
    await run.page.tap({ text: '重试' });
  } else if (run.isLogin === 2 && run.page.data.ask !== 'contact') {
    await run.page.tap({ text: '授权登录' });
    run.phone.screen.find('authorize')?.allow();
    await run.stage.settle();
    run.phone.screen.find('modal')?.confirm();
    await run.stage.settle();
  }
}

test.each(scenarios.map(({ id }) => id))('%s', async (id) => {
  const harvest = new Harvest();
  const spies = (['log', 'info', 'warn', 'debug', 'error'] as const).map((level) =>
    jest
      .spyOn(console, level)
      .mockImplementation((...args) => harvest.add(`console.${level}`, args.map(String))),
  );
  let secrets = new Set<string>();
  const run = await begin(id, {
    before: async (world) => {
      secrets = secretsOf(world);
      world.onRequest((entry) => harvest.add('request log', entry));
      const stored = world.phone.storage.rd3_session?.value;
      const session = stored ? await world.store.getSession(stored) : null;
      if (session) secrets.add(session.sessionKey);
    },
    phone: {
      fetch: async (url, init) => {
        const response = await globalThis.fetch(url, init);
        harvest.add(`response of ${String(url)}`, [...response.headers]);
        harvest.add(`response of ${String(url)}`, await response.clone().text());
        return response;
      },
    },
  });
  await goOn(run);
  await run.relaunch();

  harvest.add('storage', run.phone.storage);
  harvest.add('page data', run.page.data);
  harvest.add('setData', run.page.setDataCalls);
  harvest.add('page', run.page.snapshot());
  harvest.add('app', Object.entries(run.stage.app));
  for (const event of run.phone.events) harvest.add('phone log', event);
  for (const spy of spies) spy.mockRestore();

  expect(secrets.size).toBeGreaterThan(5);
  expect(harvest.size).toBeGreaterThan(10);
  expect(harvest.leaks(secrets)).toEqual([]);
});

test('the scan finds secrets', () => {
  const harvest = new Harvest();
  harvest.add('storage', { rd3_session: 'abc', nested: { openId: 'o1' } });
  harvest.add('url', `/x?key=${encodeURIComponent('tiihtNczf5v6AKRyjwEUhQ==')}`);
  harvest.add('page', '林小满');
  expect(harvest.leaks(new Set(['tiihtNczf5v6AKRyjwEUhQ==']))).toEqual([
    'storage: openId',
    'url: tiihtNczf5v6AKRyjwEUhQ==',
  ]);
});
