#!/usr/bin/env node
/** `miniprogram-phone`. Checks the version of Node before it loads the commands. */
require('./node-version.js');
require('./main.js');
