import Taro from '@tarojs/taro';

const HOST = 'https://api.list.example';

/** The session of the last login, also of an earlier launch. */
export const session = () => Taro.getStorageSync('session') || null;

/** One request with the session's token; rejects for every status but 2xx. */
export async function api(method, path, data) {
  const { statusCode, data: body } = await Taro.request({
    url: HOST + path,
    method,
    data,
    header: { Authorization: session()?.token ?? '' },
  });
  if (statusCode >= 300) throw new Error(`${method} ${path}: ${statusCode}`);
  return body;
}

export async function login() {
  const { code } = await Taro.login();
  const found = await api('POST', '/login', { code });
  Taro.setStorageSync('session', found);
  return found;
}
