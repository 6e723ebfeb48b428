/** The one door to the login: this app's instance, made of this project's backend and of every way of getting a profile. */
import { userApi } from '../services/user-api';
import { createAuth } from './create-auth';
import { ways } from './ways/index';
import { phone } from './ways/phone';

export const auth = createAuth({ api: userApi, ways, phone });
