/** The menu that shows the phone's page and opens another one. Draws nothing if there is only one page. */
import { Chooser } from './controls';
import { choose, current, shownPage, texts } from './state';

/**
 * The menu. `routes`: pages of app.json, the home page first. The URL may contain a page with a query, or a deleted
 * page.
 */
export function PageChooser({ routes, restart }: { routes: readonly string[]; restart: () => void }) {
  const [home, ...others] = routes;
  const page = shownPage.value ?? current.value.page;
  const open = (value: string) => {
    // The phone may show another page than the chosen one. `choose` ignores an unchanged choice, so restart the scene.
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
