import { playThemes } from './support/suite';

playThemes('apps', 'engines');
