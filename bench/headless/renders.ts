/** Tests that only render, with miniprogram-simulate alone: what ours are compared with. */
import path from 'node:path';
import { measureTests } from './stopwatch';

interface Simulate {
  load(path: string, options: { compiler: string; rootPath: string }): string;
  load(definition: Record<string, unknown>): string;
  render(id: string): { attach(parent: Node): void; detach(): void };
}

export const rootPath = path.resolve(__dirname, '../../miniprogram');

/** Loads a component of the mini-program; returns its id. */
export const loadComponent = (simulate: Simulate, name: string): string =>
  simulate.load(path.join(rootPath, `components/${name}/${name}`), { compiler: 'simulate', rootPath });

/** A hundred tests that render what `load` has loaded once, and look for `words` in it. */
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
