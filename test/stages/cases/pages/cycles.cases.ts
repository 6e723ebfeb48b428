/** Data that refers to itself, in the definitions of pages, components and behaviors. */
import type { Case } from '../../support/case';

/** An object that contains itself, also through a list. */
const CYCLE = 'const a = { name: "n", list: [] }; a.self = a; a.list.push(a);';

const cases: Record<string, Case> = {
  'static-data-that-refers-to-itself': {
    title: 'static data may contain itself; each instance has its own copy',
    source: 'choice',
    files: {
      'page.json': { usingComponents: { c: '/c/c' } },
      'page.wxml': '<view bind:tap="go">{{name}} {{self.self.name}} {{list[0].list[0].name}}</view><c/><c/>',
      'page.js': `${CYCLE}
Page({ data: a, go() {
  getApp().note([this.data.self !== a, this.data.self.self === this.data.self, a.name]);
  this.setData({ name: 'm' });
} });`,
      'c/c.wxml': '<text>{{own.self.name}}{{shared.self.name}}{{plain}}</text>',
      'c/c.js': `${CYCLE}
const b = Behavior({ data: { shared: a, plain: 1 } });
Component({ behaviors: [b], data: { own: a } });`,
    },
    opened: { text: 'n n n\nnn1nn1' },
    steps: [{ tap: 'view', noted: [[true, true, 'n']], text: 'm n n\nnn1nn1' }],
  },
  'property-value-that-refers-to-itself': {
    title: 'the default value of a property may contain itself',
    source: 'choice',
    files: {
      'page.json': { usingComponents: { c: '/c/c' } },
      'page.wxml': '<c/>',
      'c/c.wxml': '<text>{{own.self.name}}</text>',
      'c/c.js': `${CYCLE}
Component({ properties: { own: { type: Object, value: a } } });`,
    },
    opened: { text: 'n' },
  },
  'member-that-refers-to-itself': {
    title: 'a field of Page() beside data may contain itself',
    source: 'choice',
    files: {
      'page.wxml': '<view>{{name}}</view>',
      'page.js': `${CYCLE}
Page({ data: { name: '' }, kept: a, onLoad() { this.setData({ name: this.kept.self.self.name }); } });`,
    },
    opened: { text: 'n' },
  },
};

export default cases;
