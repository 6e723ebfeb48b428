import * as React from 'react';
import { Button, Text, View } from 'remax/wechat';

/** One item. How often it was counted is the row's own state: it must follow the key. */
export default function ItemRow({ item, onEdit, onRemove }) {
  const [count, setCount] = React.useState(0);
  return (
    <View className={`row row-${item.id}`}>
      <Text className="row-name">{item.name}</Text>
      {item.urgent && <Text className="urgent-mark">急</Text>}
      {count > 0 && <Text className="count">×{count}</Text>}
      <Button className="plus" onTap={() => setCount((before) => before + 1)}>
        加一
      </Button>
      <Button className="edit" onTap={() => onEdit(item.id)}>
        编辑
      </Button>
      <Button className="remove" onTap={() => onRemove(item.id)}>
        删除
      </Button>
    </View>
  );
}
