/** `<button>`: WeUI's look, `form-type`, and `open-type`, which the simulated phone handles. */
import { builtIn, hoverProperties } from './define';
import { formOfButton } from './form';

/** `<button>`. A tap passes `open-type` to the phone, which answers with events such as `getphonenumber`. */
export const button = builtIn(
  'button',
  {
    ...hoverProperties('button-hover', 20, 70),
    size: 'default',
    type: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
    lang: 'en',
    sessionFrom: '',
    sendMessageTitle: '',
    sendMessagePath: '',
    sendMessageImg: '',
    appParameter: '',
    showMessageCard: false,
    phoneNumberNoQuotaToast: true,
  },
  (host) => {
    const { element, component, services } = host;
    host.hover('button-hover');

    host.onTap(() => {
      const { disabled, formType, openType } = host.values;
      if (disabled) return;
      if (formType === 'submit' || formType === 'reset') {
        formOfButton(element)?.[formType](element);
      }
      if (openType !== '') {
        services.phone.press({
          openType,
          attributes: { ...component.dataset, ...component.data, id: component.id },
          emit: (event, detail) => host.emit(event, detail),
        });
      }
    });
    return {
      render() {
        const { disabled } = host.values;
        if (!element.hasAttribute('role')) element.setAttribute('role', 'button');
        element.tabIndex = disabled ? -1 : 0;
        element.ariaDisabled = disabled ? 'true' : null;
        element.ariaBusy = host.values.loading ? 'true' : null;
      },
    };
  },
);
