/**
 * The base-library versions of components, of their attributes and of the attributes' values. The typings lack them, so
 * they were copied by hand from the pages below miniprogram/dev/component/ (button.html, input.html, …), for the
 * components that the stages draw. `canIUse` is false for an attribute that is not listed.
 */

/** `0.0.0`: available from the first version (the pages say 1.0.0). */
const FIRST = '0.0.0';

type Versions = Readonly<Record<string, string>>;

/** Attributes that are available from the first version. */
const first = (component: string, attributes: string): Versions =>
  Object.fromEntries(
    ['', ...attributes.split(' ').map((one) => `.${one}`)].map((one) => [component + one, FIRST]),
  );

const HOVER = 'hover-class hover-start-time hover-stay-time';

const BUTTON: Versions = {
  ...first('button', `size type plain disabled loading form-type ${HOVER}`),
  'button.size.default': FIRST,
  'button.size.mini': FIRST,
  'button.type.primary': FIRST,
  'button.type.default': FIRST,
  'button.type.warn': FIRST,
  'button.form-type.submit': FIRST,
  'button.form-type.reset': FIRST,
  'button.hover-stop-propagation': '1.5.0',
  'button.lang': '1.3.0',
  'button.session-from': '1.4.0',
  'button.send-message-title': '1.5.0',
  'button.send-message-path': '1.5.0',
  'button.send-message-img': '1.5.0',
  'button.show-message-card': '1.5.0',
  'button.app-parameter': '1.9.5',
  'button.open-type': '1.1.0',
  'button.open-type.contact': '1.1.0',
  'button.open-type.share': '1.2.0',
  'button.open-type.getPhoneNumber': '1.2.0',
  'button.open-type.getUserInfo': '1.3.0',
  'button.open-type.launchApp': '1.9.5',
  'button.open-type.openSetting': '2.0.7',
  'button.open-type.feedback': '2.1.0',
  'button.open-type.chooseAvatar': '2.21.2',
  'button.open-type.getRealtimePhoneNumber': '2.24.4',
  'button.open-type.liveActivity': '2.26.2',
  'button.open-type.agreePrivacyAuthorization': '2.32.3',
  'button.bindgetphonenumber': '1.2.0',
  'button.bindgetuserinfo': '1.3.0',
  'button.bindcontact': '1.5.0',
  'button.binderror': '1.9.5',
  'button.bindopensetting': '2.0.7',
  'button.bindlaunchapp': '2.4.4',
  'button.bindchooseavatar': '2.21.2',
  'button.bindgetrealtimephonenumber': '2.24.4',
  'button.bindagreeprivacyauthorization': '2.32.3',
};

const INPUT: Versions = {
  ...first(
    'input',
    'value type password placeholder placeholder-style placeholder-class disabled maxlength cursor-spacing auto-focus focus bindinput bindfocus bindblur bindconfirm',
  ),
  'input.type.text': FIRST,
  'input.type.number': FIRST,
  'input.type.idcard': FIRST,
  'input.type.digit': FIRST,
  'input.type.safe-password': '2.18.0',
  'input.type.nickname': '2.21.2',
  'input.confirm-type': '1.1.0',
  'input.confirm-type.send': '1.1.0',
  'input.confirm-type.search': '1.1.0',
  'input.confirm-type.next': '1.1.0',
  'input.confirm-type.go': '1.1.0',
  'input.confirm-type.done': '1.1.0',
  'input.confirm-hold': '1.1.0',
  'input.cursor': '1.5.0',
  'input.always-embed': '2.10.4',
  'input.cursor-color': '3.1.0',
  'input.bindnicknamereview': '2.29.1',
};

export const COMPONENT_VERSIONS: Readonly<Record<string, string | undefined>> = {
  ...first('view', HOVER),
  'view.hover-stop-propagation': '1.5.0',
  text: FIRST,
  'text.space': '1.4.0',
  'text.decode': '1.4.0',
  'text.selectable': '1.1.0',
  'text.user-select': '2.12.1',
  ...first('image', 'src mode binderror bindload'),
  'image.lazy-load': '1.5.0',
  ...first('form', 'report-submit bindsubmit bindreset'),
  ...first('textarea', 'value placeholder disabled maxlength auto-height bindinput bindfocus bindblur'),
  ...first('navigator', 'url open-type'),
  ...first('scroll-view', 'scroll-x scroll-y bindscroll'),
  ...first('icon', 'type size color'),
  ...first('switch', 'checked type color bindchange'),
  ...first('checkbox', 'value checked disabled color'),
  ...first('radio', 'value checked disabled color'),
  ...first('label', 'for'),
  ...first('picker', 'mode value bindchange'),
  ...first('progress', 'percent'),
  'rich-text': '1.4.0',
  'rich-text.nodes': '1.4.0',
  'open-data': '1.4.0',
  'open-data.type': '1.4.0',
  ...INPUT,
  ...BUTTON,
};
