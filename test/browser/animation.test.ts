/** Animations of `wx.createAnimation` run in the preview, and the capsule has the position that wx reports. */
import { writeApp } from '../headless/support/app';
import { usePhones } from '../support/browser-phones';
import { describeInBrowser } from '../support/chromium';

jest.setTimeout(180_000);

const PAGE = `Page({ data: { animation: {} }, go() {
  const animation = wx.createAnimation({ duration: 200 });
  animation.translateX(100).opacity(0.5).step().rotate(90).width(40).step({ duration: 100 });
  this.setData({ animation: animation.export() });
} })`;

describeInBrowser('animations and the capsule', () => {
  const phones = usePhones(() =>
    writeApp({
      'pages/one/one.wxml':
        '<button bindtap="go">go</button><view id="box" animation="{{animation}}" style="width: 80px; height: 20px" />',
      'pages/one/one.js': PAGE,
    }),
  );

  test('an animation plays all steps and keeps the last state', async () => {
    const phone = await phones.open('');
    const box = phone.page.locator('#box');
    const look = (name: string) =>
      box.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
    // Record the events: reading the styles can be too late on a busy machine.
    const moved = await box.evaluateHandle((element) => {
      const names: string[] = [];
      element.addEventListener('transitionrun', (event) =>
        names.push((event as TransitionEvent).propertyName),
      );
      return names;
    });
    await phone.page.getByText('go').click();
    await phone.page.waitForFunction(
      () => getComputedStyle(document.querySelector('#box') as Element).width === '40px',
    );
    expect(new Set(await moved.jsonValue())).toEqual(new Set(['transform', 'opacity', 'width']));
    expect(await look('opacity')).toBe('0.5');
    expect(await look('transform')).toMatch(/^matrix\(.*100, 0\)$/);
  });

  test.each([
    ['320', 568],
    ['390', 844],
    ['360', 800],
    ['412', 915],
  ])('the capsule of device %s has the position that wx reports', async (device, height) => {
    const view = { width: Number(device), height };
    const phone = await phones.open(`device=${device}`, view);
    const sizes = ({ top, right, bottom, left }: DOMRect) => [top, right, bottom, left].map(Math.round);
    const drawn = await phone.page
      .locator('.capsule')
      .evaluate((element) => element.getBoundingClientRect().toJSON());
    const reported = await phone.page.evaluate(() =>
      window.previewPhone?.phone.wx.getMenuButtonBoundingClientRect(),
    );
    expect(sizes(drawn)).toEqual(sizes(reported as DOMRect));
  });
});
