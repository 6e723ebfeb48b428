import { Button, Form, Input, Switch, View } from '@tarojs/components';
import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../api';

export default function Edit() {
  const { id } = useRouter().params;
  const [item, setItem] = useState(null);
  const [name, setName] = useState('');
  const [mistake, setMistake] = useState('');

  useLoad(async () => {
    const found = await api('GET', `/items/${id}`);
    setItem(found);
    setName(found.name);
    Taro.setNavigationBarTitle({ title: `编辑${found.name}` });
  });

  const save = async ({ detail: { value } }) => {
    if (value.name === '') return setMistake('请填写名称');
    await api('PUT', `/items/${id}`, value);
    Taro.navigateBack();
  };

  if (item === null) return <View className="waiting">正在加载</View>;
  return (
    <Form onSubmit={save}>
      <Input className="name" name="name" value={name} onInput={(event) => setName(event.detail.value)} />
      <Switch className="urgent" name="urgent" defaultChecked={item.urgent} />
      {mistake !== '' && <View className="mistake">{mistake}</View>}
      <Button className="save" formType="submit">
        保存
      </Button>
    </Form>
  );
}
