/**
 * Every attribute and event that WeChat documents for a built-in component of the stages is modelled, is reported, is a
 * hint without visible effect, or belongs to Skyline. The list is taken from the pages below
 * miniprogram/dev/component/, as contained in miniapp-types 1.6.0, @tarojs/components 4.2.0 and minapp-vscode.
 */
import { parseWxml } from '../../simulator/wxml/document';
import documented from '../fixtures/built-in-attributes.json';

const cases = Object.entries(documented).map(([tag, kinds]) => {
  const { reported = '', ...others } = kinds as { reported?: string } & Record<string, string>;
  return [
    tag,
    reported.split(' ').filter(Boolean),
    Object.values(others).join(' ').split(' ').filter(Boolean),
  ] as const;
});

const warningsOf = (tag: string, name: string): string[] =>
  parseWxml(`<${tag} ${name}="a"/>`, 'a.wxml').warnings.map(({ reason }) => reason);

test.each(cases)(
  '<%s>: unmodelled attributes and events are reported, and no others',
  (tag, reported, others) => {
    for (const name of reported) {
      expect(warningsOf(tag, name)).toEqual([`<${tag}>: ${name} is not modelled, and does nothing`]);
    }
    for (const name of others) expect([name, warningsOf(tag, name)]).toEqual([name, []]);
  },
);

test('events are known in each written form, attributes also in camel case; a template for all tags is not reported', () => {
  const { warnings } = parseWxml(
    '<scroll-view refresherEnabled catch:refresherrefresh="a" capture-bind:dragging="b" my="1"/><template name="t"><scroll-view bounces/></template>',
    'a.wxml',
  );
  expect(warnings.map(({ reason }) => reason)).toEqual([
    '<scroll-view>: refresherEnabled, catch:refresherrefresh, capture-bind:dragging are not modelled, and do nothing',
  ]);
});
