interface Shop {
  readonly name: string;
}

export const heading = (shop: Shop = { name: '小店' }): string => shop.name;
