/** `Behavior()`: own behaviors and WeChat's built-in ones. */
import { component, show } from './support/components';

describe('behaviors', () => {
  it('can be nested, add properties, and can be built in', async () => {
    const { page, stage } = await show(
      '<form bindsubmit="save"><field name="tea" value="{{start}}"/><button form-type="submit">存</button></form>',
      {
        'c/base.js':
          "module.exports = Behavior({ behaviors: ['wx://form-field', 'wx://none-of-ours'], methods: { base() { return 'base' } } })",
        ...component(
          'field',
          '<button class="f" bindtap="more">{{value}}</button>',
          "Component({ behaviors: [require('./base')], methods: { more() { this.setData({ value: this.data.value + '!' }); getApp().log.push(this.base()) } } })",
        ),
      },
      "data: { start: '绿茶' }, save({ detail }) { this.setData({ saved: detail.value }) }",
    );
    await page.tap('.f');
    await page.submit('form');
    expect(page.data.saved).toEqual({ tea: '绿茶!' });
    expect(stage.app.log).toEqual(['base']);
  });

  it('a button in a component submits the form around it only with wx://form-field-button', async () => {
    const button = (behaviors: string) => `Component({ behaviors: [${behaviors}] })`;
    const { page } = await show(
      '<form bindsubmit="save"><input name="a" value="1"/><plain/><able/></form>',
      {
        ...component('plain', '<button class="plain" form-type="submit">存</button>', button('')),
        ...component(
          'able',
          '<button class="able" form-type="submit">存</button>',
          button("'wx://form-field-button'"),
        ),
      },
      'data: { n: 0 }, save({ detail }) { this.setData({ n: this.data.n + 1, value: detail.value }) }',
    );
    await page.tap('.plain');
    expect(page.data.n).toBe(0);
    await page.tap('.able');
    expect(page.data).toEqual({ n: 1, value: { a: '1' } });
  });

  it('inputs in a component belong to the form around it only with wx://form-field-group', async () => {
    const { page } = await show(
      '<form bindsubmit="save"><alone/><group/></form>',
      {
        ...component('alone', '<input name="a" value="1"/>', 'Component({})'),
        ...component(
          'group',
          '<input name="b" value="2"/>',
          "Component({ behaviors: ['wx://form-field-group'] })",
        ),
      },
      'save({ detail }) { this.setData({ value: detail.value }) }',
    );
    await page.submit('form');
    expect(page.data.value).toEqual({ b: '2' });
  });
});
