/** Which page opens first, where the mini-program has more than one. */
import { Chooser } from './controls';
import { choices, choose, texts } from './state';

/** `routes`: of app.json, the home page first; the URL may ask for one with a query, or for one that is gone. */
export function PageChooser({ routes }: { routes: readonly string[] }) {
  const [home, ...others] = routes;
  const { page } = choices.value;
  if (home === undefined || (others.length === 0 && page === '')) return null;
  const known = page === '' || others.includes(page);
  return (
    <div class="where">
      <Chooser label={texts.value.page} value={page} onChoose={(value) => choose({ page: value })}>
        <option value="">{home}</option>
        {others.map((route) => (
          <option key={route}>{route}</option>
        ))}
        {!known && <option>{page}</option>}
      </Chooser>
    </div>
  );
}
