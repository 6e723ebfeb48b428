import { playMatrix } from './support/matrix-test';

playMatrix('button');
