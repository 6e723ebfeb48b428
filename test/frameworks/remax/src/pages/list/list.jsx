import * as React from 'react';
import { usePageEvent } from 'remax/macro';
import { Button, Input, navigateTo, stopPullDownRefresh, Text, View } from 'remax/wechat';
import { api, login, session } from '../../api';
import ItemRow from '../../components/item-row';

export default function List() {
  const [user, setUser] = React.useState(session() ? session().name : '');
  const [items, setItems] = React.useState([]);
  const [reversed, setReversed] = React.useState(false);
  const [draft, setDraft] = React.useState('');

  const load = async () => setItems(await api('GET', '/items'));

  usePageEvent('onShow', () => {
    if (session()) load();
  });
  usePageEvent('onPullDownRefresh', async () => {
    await load();
    stopPullDownRefresh();
  });

  const signIn = async () => {
    setUser((await login()).name);
    await load();
  };
  const add = async () => {
    const added = await api('POST', '/items', { name: draft });
    setItems((before) => [...before, added]);
    setDraft('');
  };
  const edit = (id) => navigateTo({ url: `/pages/edit/edit?id=${id}` });
  const remove = async (id) => {
    await api('DELETE', `/items/${id}`);
    setItems((before) => before.filter((item) => item.id !== id));
  };

  if (!user) {
    return (
      <View>
        <View className="who">未登录</View>
        <Button className="login" onTap={signIn}>
          登录
        </Button>
      </View>
    );
  }
  return (
    <View>
      <View className="who">你好，{user}</View>
      <Input className="draft" value={draft} onInput={(event) => setDraft(event.detail.value)} />
      {draft !== '' && <View className="mirror">草稿：{draft}</View>}
      <Button className="add" onTap={add}>
        添加
      </Button>
      <Button className="reverse" onTap={() => setReversed(!reversed)}>
        倒序
      </Button>
      {(reversed ? [...items].reverse() : items).map((item) => (
        <ItemRow key={item.id} item={item} onEdit={edit} onRemove={remove} />
      ))}
      <Text className="total">共 {items.length} 件</Text>
    </View>
  );
}
