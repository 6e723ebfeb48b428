Page({ data: { flags: 3 } });
