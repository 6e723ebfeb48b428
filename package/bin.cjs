#!/usr/bin/env node
/** `miniprogram-phone`. The commands are loaded after the version of Node has been looked at. */
require('./node-version.js');
require('./main.js');
