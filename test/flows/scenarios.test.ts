/** Every scenario of the list ends where it says, with something to read and a way on. */
import { scenarios } from '../../mock-server/scenarios';
import type { PersonStep } from '../../mock-server/types';
import { type Run, useStage } from '../support/stage';

const begin = useStage();

/** What a person does in a scenario. */
async function play(run: Run, step: PersonStep): Promise<void> {
  const { page, stage, phone } = run;
  if ('tap' in step) return page.tap({ text: step.tap });
  if ('type' in step) return page.input(`input[name=${step.into}]`, step.type);
  const { screen } = phone;
  switch (step.answer) {
    case 'authorize':
      screen.get('authorize')[step.with]();
      break;
    case 'modal':
      screen.get('modal')[step.with]();
      break;
    case 'settings': {
      const settings = screen.get('settings');
      for (const [scope, granted] of Object.entries(step.set)) settings.set(scope, granted);
      settings.back();
      break;
    }
    case 'avatar': {
      const sheet = screen.get('avatar');
      if (step.with === 'wechat') sheet.useWechat();
      else if (step.with === 'cancel') sheet.cancel();
      else {
        const bytes = new Uint8Array(step.with === 'huge-picture' ? 2 * 1024 * 1024 : 1024);
        sheet.usePicture({ bytes, type: 'image/png', rejected: step.with === 'rejected-picture' });
      }
    }
  }
  return stage.settle();
}

/** Requests of each scenario, for the table that is printed with `TABLE=1`. */
const table: Record<string, { isLogin: unknown; requests: string }> = {};

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', async (id, scenario) => {
  const run = await begin(id);
  for (const step of scenario.person ?? []) await play(run, step);
  table[id] = { isLogin: run.isLogin, requests: run.requests.join(', ') };

  expect(run.isLogin).toBe(scenario.endsIn.isLogin);
  // Nobody is ambushed, and nobody is left alone: no dialog by itself, and something to tap or fill in.
  if (!scenario.person) expect(run.phone.screen.items).toEqual([]);
  if (run.isLogin === 2) expect(run.page.findAll('button').length).toBeGreaterThan(0);
  expect(run.calls('login')).toBeLessThanOrEqual(1);
  expect(run.page.text()).toMatchSnapshot();
});

afterAll(() => {
  if (process.env.TABLE) console.table(table);
});
