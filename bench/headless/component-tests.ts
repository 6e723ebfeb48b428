/** A hundred tests of one component with miniprogram-simulate alone: the peer. */
import path from 'node:path';

interface Simulate {
  load(path: string, options: { compiler: string; rootPath: string }): string;
  render(id: string): { attach(parent: Node): void; detach(): void; dom?: Element };
}

const rootPath = path.resolve(__dirname, '../../miniprogram');

test.each(Array.from({ length: 100 }, (_, i) => [i]))('%i', () => {
  jest.resetModules();
  const simulate = require('miniprogram-simulate') as Simulate;
  const id = simulate.load(path.join(rootPath, 'components/privacy-sheet/privacy-sheet'), {
    compiler: 'simulate',
    rootPath,
  });
  const parent = document.createElement('div');
  const component = simulate.render(id);
  component.attach(parent);
  expect(parent.textContent).toContain('同意');
  component.detach();
});
