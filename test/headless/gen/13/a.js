Page({ data: { s: 'abc' } });
