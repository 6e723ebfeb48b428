Component({ options: { pureDataPattern: /^_/ }, data: { a: 1 } });
