const c = require('miniprogram-computed').behavior;
Component({
  behaviors: [c],
  data: { a: 1, b: 2 },
  computed: {
    sum(d) {
      return d.a + d.b;
    },
  },
});
