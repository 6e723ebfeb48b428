/** Every scenario of the list ends where it says, with something to read and a way on. */
import { scenarios } from '../../mock-server/scenarios';
import { promisesPass } from '../support/old-phone';
import { useStage } from '../support/stage';

const begin = useStage();

/** Requests of each scenario, for the table that is printed with `TABLE=1`. */
const table: Record<string, { isLogin: unknown; requests: string }> = {};

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', async (id, scenario) => {
  const run = await begin(id);
  await run.play(scenario.person ?? []);
  // A step that looks on while the mini-program is busy waits for no promise that is a timer.
  if (scenario.person?.some((step) => 'wait' in step)) await promisesPass();
  table[id] = { isLogin: run.isLogin, requests: run.requests.join(', ') };

  expect(run.isLogin).toBe(scenario.endsIn.isLogin);
  // No dialog opens by itself, and there is always something to tap or fill in.
  if (!scenario.person) expect(run.phone.screen.items).toEqual([]);
  if (run.isLogin === 2) expect(run.page.findAll('button').length).toBeGreaterThan(0);
  expect(run.calls('login')).toBeLessThanOrEqual(1);
  expect(run.page.text()).toMatchSnapshot();
});

afterAll(() => {
  if (process.env.TABLE) console.table(table);
});
