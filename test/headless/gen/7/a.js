const c = Behavior({
  definitionFilter(def) {
    const { sum } = def.computed || {};
    if (sum) def.data = Object.assign({}, def.data, { sum: sum(def.data) });
  },
});
Page({
  behaviors: [c],
  data: { a: 1, b: 2 },
  computed: {
    sum(d) {
      return d.a + d.b;
    },
  },
});
