/**
 * The picture that the phone uses when the user chooses the WeChat avatar, because the phone knows only the address of
 * the real picture. A PNG of 96 × 96 pixels, in other colours than the grey default avatar.
 */
export const WECHAT_AVATAR = {
  type: 'image/png',
  bytes: Uint8Array.from(
    atob(
      [
        'iVBORw0KGgoAAAANSUhEUgAAAGAAAABgAQMAAADYVuV7AAAABlBMVEX/2bDCXjqoK6r3AAAAqklEQVR42u2SQQ6DMAwEiThw5Al5',
        'Sp/WPi1P4QkcOURs5TqJvaJRK0Fv9cmjCHu9yzD8q9TD9TE7AOwpAKnBBKwNZmCz7wGbcAP293AH4Na4RV0IAukEjALLVdO+VM2X',
        '9g0h38hR8ppSoHw4Ocr02j/ELyVtdEI3uUlgtUPt1CiQnW3NuFdfxgWFdIRRYbE1ddGssB0hKuQaiNT+AVRaEUdQelXahVAh/RKe',
        '7/xkWXRTHRkAAAAASUVORK5CYII=',
      ].join(''),
    ),
    (character) => character.charCodeAt(0),
  ),
};
