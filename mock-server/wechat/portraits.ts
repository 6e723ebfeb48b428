/**
 * Avatars of the test accounts, drawn for this project: 132 × 132 PNG, as WeChat serves avatars. They are stored as
 * text, so that this file runs in Node and in a browser without a build step.
 */
import { fromBase64 } from './bytes';

const PNG = {
  lin: [
    'iVBORw0KGgoAAAANSUhEUgAAAIQAAACEBAMAAACjap6UAAAAMFBMVEXf8OM/j2s6Kyf2z661Vz97Y1Xjv6COwKbP3dBRRkGnrqSD',
    'gnprqoy/yr6YnJPMq5COvfpDAAADuUlEQVR42u2XQWtTQRDH2wZJWqN0e9FCWtoNEV+DNnRpUER7yb0hxUMpVDB4bevJa1pPemoj',
    'giJiqXgpFEoE8dh8ACH2JvXQ5iCIB6GVgqf63u5r3nvJ2515ux7zPzSvafrLzM7MzkxPT1ddddVVV/9Vz3/NU0qt+4s7moAB5/9d',
    'WYsVDcIBDcg6jApI/KRtsj5HRDRpp6IxvtEwRfHlciiBZvBnmiiFI+hbNOIZlWkTa0RVipgwNoLSBg5RVSBeoQgXFQSaQSG2VAhU',
    'biSUBHrd1A+cJ2tqBCYmNQBRND0KSm/oVpinLIjohxAUROyDiE3T06R016RAhNY1A/JuaR6bnwOSMDDGHiHvjPD0zpaZx8jqxPQB',
    'E/orGgqA6OsEWJ9cAsuXMInRWWRvyqyle/ydSqTMshZOmF/HiFr1X1mvF36zNs0g0tPupRnGls/OyixUx/DdZ+f3C6bQNAZhlVUI',
    'VgWLpEYnlQTHEwBRonNqxDQCcaJG5GFEhgGqgYhJCPEQRKQhxB0wIh8hxF0Q8b51bvMvy2HPuSqQWs2YL3pzYc+5GoD40EJMUZoO',
    'e87tA2V2ACP6GuB9kVY5YsMs+L5Iq45zCh5gm0Cx34YRJQQC7ocQAmoCFEYATeASBtEAWyqI2ATHJCViCrx+na6chhDqSr0QQMyc',
    'BF9dRBFs7Ndan/9T4DmZL8wGWtE6iJj0IWZ9L1xbIMKZDSY8RwqFwumy/cNzpIlC3Iz5zODyjMg5A+EYiMgmvKYhEF6LrJRAxBof',
    'hHyNx7Zj1tdk+UwJI2hPTJYVOT5Two7YNSBD8BrCIA5lZuTEnjAGz4x29kmM4NmLSC3nW2LhRggrEQhn73naSbh1Ps0VwTITE3KY',
    'G+6qsQuvVc7lmHjSNnLldyriXoTuiwF374nXyWiAkT8iqYa7uDUQ60jxO7HlZ9gEW1/6MTM4X4rGCVfqxzlhqS7eGcJsAvy8LOJq',
    'dPu0nF/ePjr/HbWPiBmcSITadcU+shFOGEKtd2KxGg9HVFFLZpwqPBF/WwEQ9arck2Gx5aTUhK9u3BSOjJMRpRviqyxZRKrCQJUr',
    'de7wBpFqmB+TwpUkj5yCYDN4sPakBVInSKVk49YqQeuqxAgSQRVTIyRm4E+CyIKSJJG0J8kJMzPiJKJWQqojokaMIhoe12R0RPuB',
    'Po6OuGLsR7snSR3Enlk8OmOiQwhmV1wLEciuXj3EoFlI28NKNGV8FP7D6NVFDJoehf8w6rqIlFGBBMskro9YMamxYKWt6iOcdvIP',
    'yXiSSWFORssAAAAASUVORK5CYII=',
  ],
  chen: [
    'iVBORw0KGgoAAAANSUhEUgAAAIQAAACEBAMAAACjap6UAAAALVBMVEXP4/Vdf6Y1WH/503r////h3L7u15iFn7yrxNxKbZXY39qW',
    'sc7D0ODq7vRwkLS7Bak8AAACzElEQVR42u2VMWvbQBiGFVI3IlFFv8kREhq0dQuIevZwkKEJGEL2giFz/AMCMXTtEG/a+hNi6Bqw',
    'QWMLHQxd7d39D9VJlnIn6XTn+xSSQe8gg6R7/H7vvZIMo1OnTp06Nal3Mx7cjFCEMNUITcAwrnLEZ13C+zDE2rh6RmjaOA4Z/dBC',
    'HLKIM+wcupOEnNBR6IXR4xEjXCuovr4O4pBHnL0O4m1k0QKihWq1UPA2HrMWHvYWXjn7vPishXRbZVsaD9EfgdWlJI2BLAmLENEt',
    'vXFKkL5uYkIuhBevx4Nrae6JCUJw3/8PFPEHhYgp4gJDMEmqBQLxO0NgJnmXIYb6BIsQ7CTfcoR2oNYqR1zqIo5JIfQc2pOYhFE5',
    '0JNHFcR3FlGuxtRVCTNmEaVqWAD3coT9xCH4FTbAqRwx9zMbX37S47nHXZyAgg0TwKW9GG76FHHgc2EmBLmNZXLTNlk7BbhLfibA',
    'bsGUIqQ2NvSmJ/I3OforMuT+1EoJMhupVfB/pT//yHlyXLBhKtiYAqv4IDmseYeJvMZScATw6A4UZToqzje9BGyo0X3FYZONSR3i',
    'Y7HdCjbMOgL0n7dbbmNZi9hVY8Oc8ReNpajK48Ok2goIR/UESEs+508JbMwFCLitxrRWKQUjtxqTr16KfBMrMa2VS7G7364PqPYJ',
    'q1e/Br9WLoVQvnIpxLpVLUXDdMqlULZh7k8o27A1ECUbE8DaOAEtPQpfu8pyVZ4wZRu2LsLFlKJkw9QmFF/HpT4i/8psAG0DAG0D',
    'hTjFIzIbgLeBQ6QfaSTCwyOoDcDbALwNNGKLR/h4BLwMIkIhoijIFEUPWoh8fY7ZG1ECUCk5mRWIWVCjT1KAMwt2CCcQSDINXWc0',
    'ExIjTdOkwxsSQlMiTja8ISUIE8nTo4hAqgfBDDliFiiIjzVi1xhqBDrOrrBOVFphOAFWRtAhOsSLIP4DeQEE3to/ve8AAAAASUVO',
    'RK5CYII=',
  ],
  wang: [
    'iVBORw0KGgoAAAANSUhEUgAAAIQAAACEBAMAAACjap6UAAAAJFBMVEX/2bgvf5Lyckv/xZp8SjpzlpXcuZirfmf2lXDQpYr5qISS',
    'Y1AJiBP8AAABkklEQVR42u2UvWrDQBCEhQ3KT5c3MOvGuBIOJKRfECG9aoNIL4jArUllXBmiRl1w5QdQ55fL6XBMfqTT3a6kiLBT',
    'rO1Cn3Z2BnueSCQSiQav/DyI8lMMl3qQERkiPupBJVzg00o9X46EvESiMHpQ18hCNVI9qIirXekm+fxWqYe8PLWfv5EPfq9OtfT8',
    'AvGFuqe6NoZeWn7saIhUx3VEXBUYUlMPysxUaOOCFnymH0v1AsTgderqYf1+WvCnrI9ff9AUyD+aqFHjwwZgs2WU5QAnbakrvMJZ',
    's4BLIDK+ERTDnbCAH5q6Eq7hl955NghWLqFCa+4SjmtULuG2xr4aMXdoFdTIvl+jOsSE68PBSa0PAGYeLpks6hFTTq/c2gXAPcbY',
    'hAi417S958iEmHADsY1kb0LMuZm2gpj1hQBgd+vfIP4ikRu2BNExIro16tkCEZsRd/0gWjAivRgiIrINtB4R29aqU0QLRqQXQ0RE',
    'NoGaEbFNrTpHtGBEejFARNScaBMibu5VD4gWjEgvBCGIgSA+AOmJwZDa3HYzAAAAAElFTkSuQmCC',
  ],
  anonymous: [
    'iVBORw0KGgoAAAANSUhEUgAAAIQAAACEBAMAAACjap6UAAAACVBMVEXt7e3ExMTX19cDcyTpAAABKklEQVR42u2XgQ2DMAwESSbI',
    'Z4KE/YesVKlVaQPYfkNp5Rvg5HeCY6YpCIIgCILfIM/A3BhBx51qlmQ8abQBsCn6q6LSRdii4A29Ib0rCtcJUzcyPmhsDn2ST4M2',
    'ySCHNkkaKQp3HvokDgoMOVmRx4p2riKNFSUUJsU1DtVBcY1v5CLzwmHwOYzfie6my1Pk8CA6PMsey4HDiuKxKDmsa8soX1tdPRZo',
    'jzU+CI76w3xccOMFnZfzYmYFekkeP4jNNCiM02/VIHZsGISOTYPIsWOQOPqeotJF7JcBAabNWfNAA2wZSaYozHHsHkqGkMYWsVUG',
    'xNA51pMkuaKwrVhvBsA2I2sUjW3FWjO6RlGPUgBsP7NO0Y5RJJ2iHKPoOkX9ZwVA3y0HRRBcjRsa+p3/TLyf2gAAAABJRU5ErkJg',
    'gg==',
  ],
} as const;

const files = new Map(
  Object.entries(PNG).map(([who, lines]) => [
    `wechat-${who}.png`,
    { type: 'image/png', bytes: fromBase64(lines.join('')) },
  ]),
);

/** The avatar with this file name (`wechat-lin.png` …); null if there is none. */
export function portrait(name: string): { type: string; bytes: Uint8Array } | null {
  return files.get(name) ?? null;
}

/** The image at `ANONYMOUS_AVATAR`: WeChat's grey avatar. */
export const anonymousPortrait = () => portrait('wechat-anonymous.png');
