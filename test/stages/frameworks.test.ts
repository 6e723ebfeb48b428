import { playThemes } from './support/suite';

playThemes('frameworks');
