/** Helpers of the peers: tests that only render, with miniprogram-simulate alone. */
import path from 'node:path';
import { measureTests } from './stopwatch';

interface Simulate {
  load(path: string, options: { compiler: string; rootPath: string }): string;
  load(definition: Record<string, unknown>): string;
  render(id: string): { attach(parent: Node): void; detach(): void };
}

export const rootPath = path.resolve(__dirname, '../../miniprogram');

/** Loads a component of the mini-program. @returns its id */
export const loadComponent = (simulate: Simulate, name: string): string =>
  simulate.load(path.join(rootPath, `components/${name}/${name}`), { compiler: 'simulate', rootPath });

/** Measures a hundred tests that render a component and search for `words` in it. @param load loads it, once */
export function measureRenders(load: (simulate: Simulate) => string, words: readonly string[]): void {
  let simulate: Simulate;
  let id: string;
  beforeAll(() => {
    simulate = require('miniprogram-simulate') as Simulate;
    id = load(simulate);
  });
  measureTests(100, () => {
    const parent = document.createElement('div');
    const component = simulate.render(id);
    component.attach(parent);
    for (const word of words) expect(parent.textContent).toContain(word);
    component.detach();
  });
}
