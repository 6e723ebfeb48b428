/** The row of controls above the phone: device, theme, zoom, grid, texts, font size, era and base library. */
import type { ComponentChildren } from 'preact';
import { fontLevels, fontSizeOf, highestFontLevel } from '../../simulator/phone/font-size';
import { deviceById, devices } from '../devices';
import { type Choices, eras, grids } from './choices';
import { Icon, type IconName } from './icons';
import { choices, choose, current, language, phones, select, selected, texts } from './state';

/** Base-library versions that changed the login flow. The URL accepts any other version, too. */
const sdkVersions = ['2.0.9', '2.10.3', '2.10.4', '2.19.4', '2.21.2', '2.27.1', '2.32.3', '3.16.2'];

interface ChooserProps {
  label: string;
  /** Hides the label, except for assistive technology. */
  terse?: boolean;
  value: string;
  onChoose: (value: string) => void;
  children: ComponentChildren;
}

/** A labelled menu. */
export const Chooser = (props: ChooserProps) => (
  <label class="chooser">
    <span class={props.terse ? 'unseen' : ''}>{props.label}</span>
    <select value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
      {props.children}
    </select>
  </label>
);

interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  /** `hint`: tooltip. Default: the label. */
  options: readonly { value: T; label: string; icon?: IconName; hint?: string }[];
  /** Show the label before the options. */
  shown?: boolean;
  onChoose: (value: T) => void;
}

/** Radio buttons in one row, styled as a switch. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{props.label}</legend>
      {props.shown && (
        <span class="lead" aria-hidden="true">
          {props.label}
        </span>
      )}
      {props.options.map(({ value, label, icon, hint }) => (
        <label key={value} title={hint ?? label}>
          <input
            type="radio"
            name={props.label}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChoose(value)}
          />
          {icon && <Icon name={icon} />}
          <span class={icon ? 'unseen' : ''}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const numbers = ['1', '2', '3', '4'] as const;

/** Selects the phone to which the controls apply. Draws nothing for a single phone. */
function PhoneSwitch() {
  const t = texts.value.beside;
  if (phones.value.length < 2) return null;
  return (
    <Segments
      label={t.which}
      shown
      value={numbers[selected.value] ?? '1'}
      options={numbers
        .slice(0, phones.value.length)
        .map((value) => ({ value, label: value, hint: t.choose(Number(value)) }))}
      onChoose={(value) => select(Number(value) - 1)}
    />
  );
}

const ThemeSwitch = () => (
  <Segments
    label={texts.value.theme}
    value={current.value.theme}
    options={[
      { value: 'light', label: texts.value.light, icon: 'sun' },
      { value: 'dark', label: texts.value.dark, icon: 'moon' },
    ]}
    onChoose={(theme) => choose({ theme })}
  />
);

const ZoomSwitch = () => (
  <Segments
    label={texts.value.zoom}
    value={choices.value.zoom}
    options={[
      { value: 'fit', label: texts.value.fit },
      { value: '100', label: texts.value.actual },
    ]}
    onChoose={(zoom) => choose({ zoom }, 'replace')}
  />
);

const GridSwitch = () => (
  <Chooser
    label={texts.value.grid}
    value={choices.value.grid}
    onChoose={(grid) => choose({ grid: grid as Choices['grid'] }, 'replace')}
  >
    <option value="">{texts.value.noGrid}</option>
    {grids.map((step) => (
      <option key={step} value={step}>{`${step} px`}</option>
    ))}
  </Chooser>
);

const FontChooser = () => {
  const t = texts.value;
  const { platform, width } = deviceById(current.value.device);
  const levels = fontLevels.filter((level) => level <= highestFontLevel({ platform }));
  const { font } = current.value;
  const value = font === '' || levels.some((level) => `${level}` === font) ? font : `${levels.at(-1)}`;
  return (
    <Chooser label={t.font} value={value} onChoose={(chosen) => choose({ font: chosen as Choices['font'] })}>
      <option value="">{t.asScene}</option>
      {levels.map((fontLevel) => {
        const { setting, isCare } = fontSizeOf({ platform, screenWidth: width, fontLevel });
        const step = fontLevel > 0 ? `+${fontLevel}` : `${fontLevel}`;
        return (
          <option key={fontLevel} value={`${fontLevel}`}>
            {`${fontLevel === 0 ? t.standard : step} · ${setting} px${isCare ? ` · ${t.careMode}` : ''}`}
          </option>
        );
      })}
    </Chooser>
  );
};

const TextSwitch = () => (
  <Segments
    label={texts.value.text}
    value={current.value.text}
    options={[
      { value: '', label: texts.value.textAsIs },
      { value: 'long', label: texts.value.textLong },
    ]}
    onChoose={(text) => choose({ text }, 'replace')}
  />
);

export const DeviceChooser = () => (
  <Chooser
    label={texts.value.device}
    terse
    value={current.value.device}
    onChoose={(device) => choose({ device })}
  >
    {devices.map((preset) => (
      <option key={preset.id} value={preset.id}>
        {`${preset.width} × ${preset.height}  ${preset.label[language.value]}`}
      </option>
    ))}
  </Chooser>
);

export function Controls() {
  const t = texts.value;
  const { era, sdk } = current.value;
  const versions = sdk === '' || sdkVersions.includes(sdk) ? sdkVersions : [sdk, ...sdkVersions];
  return (
    <div class="controls">
      <PhoneSwitch />
      <DeviceChooser />
      <ThemeSwitch />
      <ZoomSwitch />
      <GridSwitch />
      <TextSwitch />
      <div class="rules">
        <FontChooser />
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
      </div>
    </div>
  );
}
