import { playThemes } from './support/suite';

playThemes('wxml', 'wxs');
