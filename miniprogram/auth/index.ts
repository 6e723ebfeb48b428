/** The entry: creates this app's login with this project's backend and all ways of getting a profile. */
import { userApi } from '../services/user-api';
import { createAuth } from './create-auth';
import { ways } from './ways/index';
import { phone } from './ways/phone';

export const auth = createAuth({ api: userApi, ways, phone });
