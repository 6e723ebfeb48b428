/** A hundred tests of one component with miniprogram-simulate alone: the peer. */
import path from 'node:path';
import { measureTests } from './stopwatch';

interface Simulate {
  load(path: string, options: { compiler: string; rootPath: string }): string;
  render(id: string): { attach(parent: Node): void; detach(): void; dom?: Element };
}

const rootPath = path.resolve(__dirname, '../../miniprogram');

let simulate: Simulate;
let id: string;
beforeAll(() => {
  simulate = require('miniprogram-simulate') as Simulate;
  id = simulate.load(path.join(rootPath, 'components/privacy-sheet/privacy-sheet'), {
    compiler: 'simulate',
    rootPath,
  });
});

measureTests(100, () => {
  const parent = document.createElement('div');
  const component = simulate.render(id);
  component.attach(parent);
  expect(parent.textContent).toContain('同意');
  component.detach();
});
