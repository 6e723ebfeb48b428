export const heading = () => '小店';
