import { getStorageSync, request, setStorageSync, login as wxLogin } from 'remax/wechat';

const HOST = 'https://api.list.example';

/** The session of the last login, also of an earlier launch. */
export const session = () => getStorageSync('session') || null;

/** One request with the session's token; rejects for every status but 2xx. */
export async function api(method, path, data) {
  const found = session();
  const header = { Authorization: found ? found.token : '' };
  const { statusCode, data: body } = await request({ url: HOST + path, method, data, header });
  if (statusCode >= 300) throw new Error(`${method} ${path}: ${statusCode}`);
  return body;
}

export async function login() {
  const { code } = await wxLogin();
  const found = await api('POST', '/login', { code });
  setStorageSync('session', found);
  return found;
}
