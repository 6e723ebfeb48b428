Component({
  properties: { myValue: Number },
  methods: {
    inc() {
      this.setData({ myValue: 5 });
    },
  },
});
