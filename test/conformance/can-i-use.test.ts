/** The APIs of each base library, and the results of canIUse. */
import { phoneAt, testPhone } from './support/phone';

/** The results of canIUse for a schema in these base libraries. */
const can = (schema: string, ...versions: string[]) =>
  versions.map((version) => phoneAt(version).wx.canIUse(schema));

test('an API that the base library does not have yet is absent from wx, and canIUse returns false [typings 5.2.3, every API]', () => {
  for (const [name, before, since] of [
    ['getUserProfile', '2.10.3', '2.10.4'],
    ['getUpdateManager', '1.9.89', '1.9.90'],
    ['getAppBaseInfo', '2.20.0', '2.20.1'],
    ['getPrivacySetting', '2.32.2', '2.32.3'],
    ['vibrateShort', '1.1.9', '1.2.0'],
  ] as const) {
    expect([name, name in phoneAt(before).wx, name in phoneAt(since).wx]).toEqual([name, false, true]);
    expect([name, ...can(name, before, since)]).toEqual([name, false, true]);
  }
});

test('base library 2.9 has no getUserProfile [typings 26037; wx.getUserProfile]', () => {
  expect(phoneAt('2.9.5').wx.getUserProfile).toBeUndefined();
});

test('parameters: `api.object.param` [typings 23579; wx.canIUse]', () => {
  expect(can('request.object.timeout', '2.9.5', '2.10.0')).toEqual([false, true]);
  expect(can('setStorage.object.encrypt', '2.21.2', '2.21.3')).toEqual([false, true]);
  expect(can('showToast.object.image', '1.1.1')).toEqual([true]);
  expect(can('showModal.object.editable', '2.17.0', '2.17.1')).toEqual([false, true]);
  expect(can('login.object.nonsense', '3.16.2')).toEqual([false]);
});

test('values of a parameter: `api.object.param.value` [typings 23600; wx.canIUse]', () => {
  expect(can('request.object.method.GET', '2.0.0')).toEqual([true]);
  expect(can('request.object.method.PATCH', '3.16.2')).toEqual([false]);
  expect(can('request.object.responseType.arraybuffer', '1.6.9', '1.7.0')).toEqual([false, true]);
});

test('results: `api.success.field` [typings 23597; wx.canIUse]', () => {
  expect(can('request.success.cookies', '2.9.5', '2.10.0')).toEqual([false, true]);
  expect(can('getUserInfo.success.cloudID', '2.6.9', '2.7.0')).toEqual([false, true]);
  expect(can('getSystemInfo.success.benchmarkLevel', '1.7.9', '1.8.0')).toEqual([false, true]);
});

test('return values, and fields within them: `api.return.field.field` [typings 23596; wx.canIUse]', () => {
  expect(can('getSystemInfoSync.return.safeArea.left', '2.6.9', '2.7.0')).toEqual([false, true]);
  expect(can('getSystemInfoSync.return.safeArea.nonsense', '3.16.2')).toEqual([false]);
});

test('arguments of a listener: `api.callback.field` [typings 23599; wx.canIUse]', () => {
  expect(can('onCompassChange.callback.direction', '2.0.0')).toEqual([true]);
  expect(can('onCompassChange.callback.accuracy', '2.3.9', '2.4.0')).toEqual([false, true]);
});

test('members of objects: `Object.member` [typings 23590; wx.canIUse]', () => {
  expect(can('CameraContext.onCameraFrame', '2.6.9', '2.7.0')).toEqual([false, true]);
  expect(can('RequestTask.abort', '1.3.9', '1.4.0')).toEqual([false, true]);
  expect(can('RequestTask.nonsense', '3.16.2')).toEqual([false]);
});

test('components, attributes and their values: `component.attribute.value` [page component/button.html]', () => {
  expect(can('button.open-type.getUserInfo', '1.2.9', '1.3.0')).toEqual([false, true]);
  expect(can('button.open-type.openSetting', '2.0.6', '2.0.7')).toEqual([false, true]);
  expect(can('button.open-type.chooseAvatar', '2.21.1', '2.21.2')).toEqual([false, true]);
  expect(can('button.open-type.agreePrivacyAuthorization', '2.32.2', '2.32.3')).toEqual([false, true]);
});

test('the nickname input and its review [page component/input.html]', () => {
  expect(can('input.type.nickname', '2.21.1', '2.21.2')).toEqual([false, true]);
  expect(can('input.bindnicknamereview', '2.29.0', '2.29.1')).toEqual([false, true]);
});

test('canIUse returns false for an unknown name in every form [choice]', () => {
  const { wx } = testPhone();
  for (const schema of [
    'no.such.thing',
    'noSuchApi',
    'toString',
    'request.toString',
    'request.object.nonsense',
    'request.object.method.NONSENSE',
    'request.nonsense.url',
    'login.success.code.length',
    'button.nonsense',
    'button.open-type.nonsense',
    '',
    undefined,
  ]) {
    expect([schema, wx.canIUse(schema as string)]).toEqual([schema, false]);
  }
});

test('`if (wx.getUserProfile)` detects getUserProfile correctly [typings 26052; wx.getUserProfile]', () => {
  expect([
    Boolean(phoneAt('2.10.3').wx.getUserProfile),
    Boolean(phoneAt('2.10.4').wx.getUserProfile),
  ]).toEqual([false, true]);
});
