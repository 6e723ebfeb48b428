/** The phone number: requested, bound, stored, and read after a login. */
import { BINDS, LOGGED_IN, MEMBER, NEW_PHONE, of } from './people';

const eras = ['fill'] as const;
const server = of('server', { eras });
const ask = of('ask', { eras });
const write = of('storage', { eras });

const bind = { request: 'bindphone' } as const;
const given = { journey: BINDS, given: true } as const;

export const number = [
  ask('getPhoneNumber', '`<button open-type="getPhoneNumber">`', { button: 'getPhoneNumber' }, MEMBER, {
    journey: BINDS,
  }),
  server('bindphone', 'a known user binds a number', bind, MEMBER, { journey: BINDS }),
  server('bindphone, guest', 'a user without a profile binds a number', bind, LOGGED_IN, { journey: BINDS }),
  server(
    'userinfo, new phone',
    'the bound number is requested after a login',
    { request: 'userinfo' },
    NEW_PHONE,
    {
      except: { 'tapped-twice': 'the user does not tap before it' },
    },
  ),
  write('write number', 'the number is stored on the phone', { storage: 'phone' }, MEMBER, given),
];
