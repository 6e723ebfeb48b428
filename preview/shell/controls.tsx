/** The row above the phone: which device, theme, era, base library and zoom. */
import type { ComponentChildren } from 'preact';
import { devices } from '../devices';
import { type Choices, eras } from './choices';
import { Icon } from './icons';
import { choices, choose, language, texts } from './state';

/** Base-library versions at which something in the login flow changed; any other may stand in the URL. */
const sdkVersions = ['2.0.9', '2.10.3', '2.10.4', '2.19.4', '2.21.2', '2.27.1', '2.32.3', '3.16.2'];

interface ChooserProps {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ComponentChildren;
}

const Chooser = (props: ChooserProps) => (
  <label class="chooser">
    <span>{props.label}</span>
    <select value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
      {props.children}
    </select>
  </label>
);

function ThemeSwitch() {
  const t = texts.value;
  const { theme } = choices.value;
  return (
    <fieldset class="segments">
      <legend class="unseen">{t.theme}</legend>
      {(['light', 'dark'] as const).map((one) => (
        <label key={one} title={t[one]}>
          <input
            type="radio"
            name="theme"
            value={one}
            checked={theme === one}
            onChange={() => choose({ theme: one })}
          />
          <Icon name={one === 'light' ? 'sun' : 'moon'} />
          <span class="unseen">{t[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Controls() {
  const t = texts.value;
  const { device, era, sdk, zoom } = choices.value;
  const versions = sdk === '' || sdkVersions.includes(sdk) ? sdkVersions : [sdk, ...sdkVersions];
  return (
    <div class="controls">
      <Chooser label={t.device} value={device} onChoose={(id) => choose({ device: id })}>
        {devices.map((preset) => (
          <option key={preset.id} value={preset.id}>
            {`${preset.label[language.value]} · ${preset.width} × ${preset.height}`}
          </option>
        ))}
      </Chooser>
      <ThemeSwitch />
      <Chooser label={t.era} value={era} onChoose={(value) => choose({ era: value as Choices['era'] })}>
        <option value="">{t.asScene}</option>
        {eras.map((one) => (
          <option key={one} value={one}>
            {t.eras[one]}
          </option>
        ))}
      </Chooser>
      <Chooser label={t.sdk} value={sdk} onChoose={(value) => choose({ sdk: value })}>
        <option value="">{t.asScene}</option>
        {versions.map((version) => (
          <option key={version}>{version}</option>
        ))}
      </Chooser>
      <Chooser
        label={t.zoom}
        value={zoom}
        onChoose={(value) => choose({ zoom: value as Choices['zoom'] }, 'replace')}
      >
        <option value="fit">{t.fit}</option>
        <option value="100">{t.actual}</option>
      </Chooser>
    </div>
  );
}
