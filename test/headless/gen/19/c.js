Component({
  data: { n: 0 },
  methods: {
    hit() {
      this.setData({ n: 1 });
    },
  },
});
