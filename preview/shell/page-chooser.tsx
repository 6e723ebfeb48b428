/** Which page the phone shows, and the way to another one, where the mini-program has more than one. */
import { Chooser } from './controls';
import { choose, current, shownPage, texts } from './state';

/** `routes`: of app.json, the home page first; the URL may ask for one with a query, or for one that is gone. */
export function PageChooser({ routes, restart }: { routes: readonly string[]; restart: () => void }) {
  const [home, ...others] = routes;
  const page = shownPage.value ?? current.value.page;
  const open = (value: string) => {
    // The page that was chosen, while the phone shows another one: back to it.
    if (value === current.value.page) restart();
    else choose({ page: value });
  };
  if (home === undefined || (others.length === 0 && page === '')) return null;
  const known = page === '' || others.includes(page);
  return (
    <div class="where">
      <Chooser label={texts.value.page} value={page} onChoose={open}>
        <option value="">{home}</option>
        {others.map((route) => (
          <option key={route}>{route}</option>
        ))}
        {!known && <option>{page}</option>}
      </Chooser>
    </div>
  );
}
