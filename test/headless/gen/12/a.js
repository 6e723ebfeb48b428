Page({ data: { x: null } });
