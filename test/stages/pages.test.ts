import { playThemes } from './support/suite';

playThemes('pages', 'process', 'phone');
