import * as React from 'react';
import { usePageEvent } from 'remax/macro';
import { Button, Form, Input, navigateBack, Switch, setNavigationBarTitle, View } from 'remax/wechat';
import { api } from '../../api';

export default function Edit({ location }) {
  const { id } = location.query;
  const [item, setItem] = React.useState(null);
  const [name, setName] = React.useState('');
  const [mistake, setMistake] = React.useState('');

  usePageEvent('onLoad', async () => {
    const found = await api('GET', `/items/${id}`);
    setItem(found);
    setName(found.name);
    setNavigationBarTitle({ title: `编辑${found.name}` });
  });

  const save = async ({ detail: { value } }) => {
    if (value.name === '') return setMistake('请填写名称');
    await api('PUT', `/items/${id}`, value);
    navigateBack();
  };

  if (item === null) return <View className="waiting">正在加载</View>;
  return (
    <Form onSubmit={save}>
      <Input className="name" name="name" value={name} onInput={(event) => setName(event.detail.value)} />
      <Switch className="urgent" name="urgent" checked={item.urgent} />
      {mistake !== '' && <View className="mistake">{mistake}</View>}
      <Button className="save" formType="submit">
        保存
      </Button>
    </Form>
  );
}
