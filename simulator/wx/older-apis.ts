/**
 * APIs that the typings no longer list but WeChat still has, with their base-library version
 * (miniprogram/dev/api/file/wx.saveFile.html and the pages next to it).
 */
export const OLDER_APIS: Readonly<Record<string, string>> = {
  saveFile: '0.0.0',
  getSavedFileList: '0.0.0',
  getSavedFileInfo: '0.0.0',
  removeSavedFile: '0.0.0',
  getFileInfo: '1.4.0',
};
