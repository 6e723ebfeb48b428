Page({ data: { kind: 'unknown' } });
