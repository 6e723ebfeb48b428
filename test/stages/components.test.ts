import { playThemes } from './support/suite';

playThemes('components', 'built-ins');
