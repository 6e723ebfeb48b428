Page({ data: { n: 'Lin' } });
