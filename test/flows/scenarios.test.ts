/** Every scenario of the list ends as declared, with a text to read and a button to go on. */
import { scenarios } from '../../mock-server/scenarios';
import { promisesPass } from '../support/old-phone';
import { useStage } from '../support/stage';

const begin = useStage();

/** Requests of each scenario: `TABLE=1` prints them. */
const table: Record<string, { isLogin: unknown; requests: string }> = {};

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', async (id, scenario) => {
  const run = await begin(id);
  await run.play(scenario.steps ?? []);
  // A `wait` step does not settle, so on an old phone the promises need extra tasks.
  if (scenario.steps?.some((step) => 'wait' in step)) await promisesPass();
  table[id] = { isLogin: run.isLogin, requests: run.requests.join(', ') };

  expect(run.isLogin).toBe(scenario.endsIn.isLogin);
  // No dialog opens by itself, and there is always a button or a field.
  if (!scenario.steps) expect(run.phone.screen.items).toEqual([]);
  if (run.isLogin === 2) expect(run.page.findAll('button').length).toBeGreaterThan(0);
  expect(run.calls('login')).toBeLessThanOrEqual(1);
  expect(run.page.text()).toMatchSnapshot();
});

afterAll(() => {
  if (process.env.TABLE) console.table(table);
});
