module.exports = {
      hostComponents: {
  "ad": {
    "alias": {
      "unitId": "unit-id",
      "adIntervals": "ad-intervals",
      "onLoad": "bindload",
      "onError": "binderror",
      "onClose": "bindclose",
      "animation": "animation",
      "adType": "ad-type",
      "adTheme": "ad-theme"
    }
  },
  "audio": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "src": "src",
      "loop": "loop",
      "controls": "controls",
      "poster": "poster",
      "name": "name",
      "author": "author",
      "onError": "binderror",
      "onPlay": "bindplay",
      "onPause": "bindpause",
      "onTimeUpdate": "bindtimeupdate",
      "onEnded": "bindended"
    }
  },
  "button": {
    "alias": {
      "className": "class",
      "id": "id",
      "style": "style",
      "animation": "animation",
      "type": "type",
      "plain": "plain",
      "disabled": "disabled",
      "loading": "loading",
      "formType": "form-type",
      "openType": "open-type",
      "hoverClass": "hover-class",
      "hoverClassName": "hover-class",
      "hoverStopPropagation": "hover-stop-propagation",
      "hoverStartTime": "hover-start-time",
      "hoverStayTime": "hover-stay-time",
      "lang": "lang",
      "sessionFrom": "session-from",
      "sendMessageTitle": "send-message-title",
      "sendMessagePath": "send-message-path",
      "sendMessageImg": "send-message-img",
      "size": "size",
      "appParameter": "app-parameter",
      "appPackageName": "app-packagename",
      "appBundleID": "app-bundleid",
      "appConnectID": "app-connect-id",
      "openId": "open-id",
      "groupId": "group-id",
      "publicId": "public-id",
      "shareType": "share-type",
      "shareMode": "share-mode",
      "shareMessageFriendInfo": "share-message-friend-info",
      "shareMessageTitle": "share-message-title",
      "shareMessageImg": "share-message-img",
      "showMessageCard": "show-message-card",
      "onGetUserInfo": "bindgetuserinfo",
      "onContact": "bindcontact",
      "onGetPhoneNumber": "bindgetphonenumber",
      "onError": "binderror",
      "onOpenSetting": "bindopensetting",
      "onLaunchApp": "bindlaunchapp",
      "onAddFriend": "bindaddfriend",
      "onAddGroupApp": "bindaddgroupapp",
      "onTap": "bindtap",
      "onClick": "bindtap"
    }
  },
  "camera": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "mode": "mode",
      "devicePosition": "device-position",
      "flash": "flash",
      "frameSize": "frame-size",
      "onStop": "bindstop",
      "onError": "binderror",
      "onInitDone": "bindinitdone",
      "onScanCode": "bindscancode"
    }
  },
  "canvas": {
    "alias": {
      "id": "id",
      "style": "style",
      "animation": "animation",
      "className": "class",
      "width": "width",
      "height": "height",
      "disableScroll": "disable-scroll",
      "type": "type",
      "canvasId": "canvas-id",
      "onTouchStart": "bindtouchstart",
      "onTouchMove": "bindtouchmove",
      "onTouchEnd": "bindtouchend",
      "onTouchCancel": "bindtouchcancel",
      "onLongTap": "bindlongtap",
      "onLongClick": "bindlongtap",
      "onTap": "bindtap",
      "onClick": "bindtap",
      "onError": "binderror"
    }
  },
  "checkbox-group": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "name": "name",
      "onChange": "bindchange"
    }
  },
  "checkbox": {
    "alias": {
      "id": "id",
      "name": "name",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "value": "value",
      "checked": "checked",
      "disabled": "disabled",
      "onChange": "bindchange",
      "color": "color"
    }
  },
  "cover-image": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "src": "src",
      "onLoad": "bindload",
      "onError": "binderror",
      "onTap": "bindtap",
      "onClick": "bindtap"
    }
  },
  "cover-view": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "scrollTop": "scroll-top",
      "markerId": "marker-id",
      "onTap": "bindtap",
      "onClick": "bindtap"
    }
  },
  "editor": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "readOnly": "read-only",
      "placeholder": "placeholder",
      "showImgSize": "show-img-size",
      "showImgToolbar": "show-img-toolbar",
      "showImgResize": "show-img-resize",
      "onReady": "bindready",
      "onFocus": "bindfocus",
      "onBlur": "bindblur",
      "onInput": "bindinput",
      "onStatusChange": "bindstatuschange"
    }
  },
  "form": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "reportSubmit": "report-submit",
      "onSubmit": "bindsubmit",
      "onReset": "bindreset",
      "reportSubmitTimeout": "report-submit-timeout"
    }
  },
  "functional-page-navigator": {
    "alias": {
      "version": "version",
      "name": "name",
      "args": "args",
      "onSuccess": "bindsuccess",
      "onFail": "bindfail"
    }
  },
  "icon": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "type": "type",
      "size": "size",
      "color": "color"
    }
  },
  "image": {
    "alias": {
      "id": "id",
      "src": "src",
      "mode": "mode",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "lazyLoad": "lazy-load",
      "onLoad": "bindload",
      "onError": "binderror",
      "onTap": "bindtap",
      "onClick": "bindtap",
      "showMenuByLongpress": "show-menu-by-longpress",
      "onTouchStart": "bindtouchstart",
      "onTouchMove": "bindtouchmove",
      "onTouchEnd": "bindtouchend",
      "onTouchCancel": "bindtouchcancel"
    }
  },
  "input": {
    "alias": {
      "id": "id",
      "autoFocus": "auto-focus",
      "className": "class",
      "focus": "focus",
      "alwayEmbed": "always-embed",
      "name": "name",
      "maxlength": "maxlength",
      "value": "value",
      "style": "style",
      "animation": "animation",
      "password": "password",
      "type": "type",
      "confirmType": "confirm-type",
      "confirmHold": "confirm-hold",
      "cursor": "cursor",
      "selectionStart": "selection-start",
      "selectionEnd": "selection-end",
      "adjustPosition": "adjust-position",
      "placeholder": "placeholder",
      "placeholderStyle": "placeholder-style",
      "placeholderClass": "placeholder-class",
      "placeholderClassName": "placeholder-class",
      "disabled": "disabled",
      "cursorSpacing": "cursor-spacing",
      "onInput": "bindinput",
      "onTap": "bindtap",
      "onClick": "bindtap",
      "onFocus": "bindfocus",
      "onBlur": "bindblur",
      "onConfirm": "bindconfirm",
      "onKeyboardHeightChange": "bindkeyboardheightchange"
    }
  },
  "label": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "for": "for",
      "onClick": "bindtap",
      "onTap": "bindtap"
    }
  },
  "live-player": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "src": "src",
      "mode": "mode",
      "autoplay": "autoplay",
      "muted": "muted",
      "orientation": "orientation",
      "objectFit": "object-fit",
      "background": "background",
      "minCache": "min-cache",
      "maxCache": "max-cache",
      "soundMode": "sound-mode",
      "autoPauseIfNavigate": "auto-pause-if-navigate",
      "autoPauseIfOpenNative": "auto-pause-if-open-native",
      "pictureInPictureMode": "picture-in-picture-mode",
      "onStateChange": "bindstatechange",
      "onFullscreenChange": "bindfullscreenchange",
      "onNetStatus": "bindnetstatus",
      "onAudioVolumeNotify": "bindaudiovolumenotify",
      "onEnterPictureInPicture": "bindenterpictureinpicture",
      "onLeavePictureInPicture": "bindleavepictureinpicture"
    }
  },
  "live-pusher": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "url": "url",
      "mode": "mode",
      "autopush": "autopush",
      "muted": "muted",
      "enableCamera": "enable-camera",
      "autoFocus": "auto-focus",
      "orientation": "orientation",
      "beauty": "beauty",
      "beautyStyle": "beauty-style",
      "filter": "filter",
      "whiteness": "whiteness",
      "aspect": "aspect",
      "minBitrate": "min-bitrate",
      "maxBitrate": "max-bitrate",
      "audioQuality": "audio-quality",
      "waitingImage": "waiting-image",
      "waitingImageHash": "waiting-image-hash",
      "zoom": "zoom",
      "devicePosition": "device-position",
      "backgroundMute": "background-mute",
      "mirror": "mirror",
      "remoteMirror": "remote-mirror",
      "localMirror": "local-mirror",
      "audioReverbType": "audio-reverb-type",
      "enableMic": "enable-mic",
      "enableAgc": "enable-agc",
      "enableAns": "enable-ans",
      "audioVolumeType": "audio-volume-type",
      "videoWidth": "video-width",
      "videoHeight": "video-height",
      "onStateChange": "bindstatechange",
      "onNetStatus": "bindnetstatus",
      "onError": "binderror",
      "onBgmStart": "bindbgmstart",
      "onBgmProgress": "bindbgmprogress",
      "onBgmComplete": "bindbgmcomplete"
    }
  },
  "map": {
    "alias": {
      "id": "id",
      "style": "style",
      "animation": "animation",
      "className": "class",
      "latitude": "latitude",
      "longitude": "longitude",
      "scale": "scale",
      "minScale": "min-scale",
      "maxScale": "max-scale",
      "markers": "markers",
      "polyline": "polyline",
      "circles": "circles",
      "controls": "controls",
      "polygons": "polygons",
      "showLocation": "show-location",
      "includePoints": "include-points",
      "includePadding": "include-padding",
      "groundOverlays": "ground-overlays",
      "tileOverlay": "tile-overlay",
      "setting": "setting",
      "covers": "covers",
      "subkey": "subkey",
      "layerStyle": "layer-style",
      "rotate": "rotate",
      "skew": "skew",
      "enable3D": "enable-3D",
      "showCompass": "show-compass",
      "showScale": "show-scale",
      "enableOverlooking": "enable-overlooking",
      "enableZoom": "enable-zoom",
      "enableScroll": "enable-scroll",
      "enableRotate": "enable-rotate",
      "enableSatellite": "enable-satellite",
      "enableTraffic": "enable-traffic",
      "enablePoi": "enable-poi",
      "enableBuilding": "enable-building",
      "onTap": "bindtap",
      "onClick": "bindtap",
      "onMarkerTap": "bindmarkertap",
      "onMarkerClick": "bindmarkertap",
      "onControlTap": "bindcontroltap",
      "onControlClick": "bindcontroltap",
      "onCalloutTap": "bindcallouttap",
      "onCalloutClick": "bindcallouttap",
      "onUpdated": "bindupdated",
      "onRegionChange": "bindregionchange",
      "onPoiTap": "bindpoitap",
      "onPoiClick": "bindpoitap",
      "onAnchorPointTap": "bindanchorpointtap"
    }
  },
  "movable-area": {
    "alias": {
      "className": "class",
      "style": "style",
      "animation": "animation",
      "width": "width",
      "height": "height",
      "id": "id",
      "scaleArea": "scale-area"
    }
  },
  "movable-view": {
    "alias": {
      "className": "class",
      "style": "style",
      "animation": "animation",
      "id": "id",
      "direction": "direction",
      "inertia": "inertia",
      "outOfBounds": "out-of-bounds",
      "x": "x",
      "y": "y",
      "damping": "damping",
      "friction": "friction",
      "disabled": "disabled",
      "scale": "scale",
      "scaleMin": "scale-min",
      "scaleMax": "scale-max",
      "scaleValue": "scale-value",
      "onTouchStart": "bindtouchstart",
      "onTouchMove": "bindtouchmove",
      "onTouchEnd": "bindtouchend",
      "onTouchCancel": "bindtouchcancel",
      "onChange": "bindchange",
      "onScale": "bindscale",
      "hTouchMove": "htouchmove",
      "vTouchMove": "vtouchmove"
    }
  },
  "navigator": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "openType": "open-type",
      "hoverClass": "hover-class",
      "hoverClassName": "hover-class",
      "hoverStartTime": "hover-start-time",
      "hoverStayTime": "hover-stay-time",
      "url": "url",
      "target": "target",
      "delta": "delta",
      "appId": "app-id",
      "path": "path",
      "extraData": "extra-data",
      "version": "version",
      "hoverStopPropagation": "hover-stop-propagation",
      "onSuccess": "bindsuccess",
      "onFail": "bindfail",
      "onComplete": "bindcomplete"
    }
  },
  "official-account": {
    "alias": {
      "onLoad": "bindload",
      "onError": "binderror"
    }
  },
  "open-data": {
    "alias": {
      "type": "type",
      "openGid": "open-gid",
      "lang": "lang"
    }
  },
  "picker-view-column": {
    "alias": {}
  },
  "picker-view": {
    "alias": {
      "id": "id",
      "name": "name",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "value": "value",
      "indicatorStyle": "indicator-style",
      "indicatorClass": "indicator-class",
      "indicatorClassName": "indicator-class",
      "maskStyle": "mask-style",
      "maskClass": "mask-class",
      "maskClassName": "mask-class",
      "onChange": "bindchange",
      "onPickStart": "bindpickstart",
      "onPickEnd": "bindpickend"
    }
  },
  "picker": {
    "alias": {
      "id": "id",
      "name": "name",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "mode": "mode",
      "range": "range",
      "rangeKey": "range-key",
      "value": "value",
      "onChange": "bindchange",
      "onCancel": "bindcancel",
      "onColumnChange": "bindcolumnchange",
      "start": "start",
      "end": "end",
      "fields": "fields",
      "customItem": "custom-item",
      "disabled": "disabled",
      "onClick": "bindtap",
      "onTap": "bindtap",
      "headerText": "header-text"
    }
  },
  "progress": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "percent": "percent",
      "showInfo": "show-info",
      "borderRadius": "border-radius",
      "fontSize": "font-size",
      "strokeWidth": "stroke-width",
      "color": "color",
      "activeColor": "activeColor",
      "backgroundColor": "backgroundColor",
      "active": "active",
      "activeMode": "active-mode",
      "duration": "duration",
      "onActiveEnd": "bindactiveend"
    }
  },
  "radio-group": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "onChange": "bindchange",
      "name": "name"
    }
  },
  "radio": {
    "alias": {
      "id": "id",
      "name": "name",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "value": "value",
      "checked": "checked",
      "disabled": "disabled",
      "color": "color"
    }
  },
  "rich-text": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "nodes": "nodes",
      "onTap": "bindtap",
      "onClick": "bindtap",
      "space": "space",
      "onTouchStart": "bindtouchstart",
      "onTouchMove": "bindtouchmove",
      "onTouchEnd": "bindtouchend",
      "onTouchCancel": "bindtouchcancel",
      "onLongTap": "bindlongtap",
      "onLongClick": "bindlongtap"
    }
  },
  "scroll-view": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "scrollX": "scroll-x",
      "scrollY": "scroll-y",
      "upperThreshold": "upper-threshold",
      "lowerThreshold": "lower-threshold",
      "scrollTop": "scroll-top",
      "scrollLeft": "scroll-left",
      "scrollIntoView": "scroll-into-view",
      "scrollWithAnimation": "scroll-with-animation",
      "enableBackToTop": "enable-back-to-top",
      "enableFlex": "enable-flex",
      "onScrollToUpper": "bindscrolltoupper",
      "onScrollToLower": "bindscrolltolower",
      "onScroll": "bindscroll",
      "onTap": "bindtap",
      "onTouchStart": "bindtouchstart",
      "onTouchEnd": "bindtouchend",
      "onTouchMove": "bindtouchmove",
      "onTouchCancel": "bindtouchcancel",
      "onClick": "bindtap",
      "scrollAnchoring": "scroll-anchoring",
      "refresherEnabled": "refresher-enabled",
      "refresherThreshold": "refresher-threshold",
      "refresherDefaultStyle": "refresher-default-style",
      "refresherBackground": "refresher-background",
      "refresherTriggered": "refresher-triggered",
      "onRefresherPulling": "bindrefresherpulling",
      "onRefresherRefresh": "bindrefresherrefresh",
      "onRefresherRestore": "bindrefresherrestore",
      "onRefresherAbort": "bindrefresherabort",
      "enhanced": "enhanced",
      "bounces": "bounces",
      "showScrollbar": "show-scrollbar",
      "pagingEnabled": "paging-enabled",
      "fastDeceleration": "fast-deceleration",
      "onDragStart": "binddragstart",
      "onDragging": "binddragging",
      "onDragEnd": "binddragend"
    }
  },
  "slider": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "name": "name",
      "min": "min",
      "max": "max",
      "step": "step",
      "disabled": "disabled",
      "value": "value",
      "color": "color",
      "selectedColor": "selected-color",
      "showValue": "show-value",
      "activeColor": "activeColor",
      "backgroundColor": "backgroundColor",
      "trackSize": "track-size",
      "blockSize": "block-size",
      "blockColor": "block-color",
      "onChange": "bindchange",
      "onChanging": "bindchanging"
    }
  },
  "swiper-item": {
    "alias": {
      "key": "key",
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "itemId": "item-id"
    }
  },
  "swiper": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "indicatorDots": "indicator-dots",
      "indicatorColor": "indicator-color",
      "indicatorActiveColor": "indicator-active-color",
      "autoplay": "autoplay",
      "current": "current",
      "interval": "interval",
      "duration": "duration",
      "circular": "circular",
      "vertical": "vertical",
      "previousMargin": "previous-margin",
      "nextMargin": "next-margin",
      "displayMultipleItems": "display-multiple-items",
      "skipHiddenItemLayout": "skip-hidden-item-layout",
      "easingFunction": "easing-function",
      "onChange": "bindchange",
      "onTransition": "bindtransition",
      "onAnimationFinish": "bindanimationfinish",
      "onTap": "bindtap",
      "onClick": "bindtap",
      "snapToEdge": "snap-to-edge"
    }
  },
  "switch": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "name": "name",
      "checked": "checked",
      "disabled": "disabled",
      "color": "color",
      "onChange": "bindchange",
      "type": "type"
    }
  },
  "text": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "selectable": "selectable",
      "userSelect": "user-select",
      "space": "space",
      "decode": "decode",
      "onTap": "bindtap",
      "onClick": "bindtap"
    }
  },
  "textarea": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "name": "name",
      "value": "value",
      "placeholder": "placeholder",
      "placeholderStyle": "placeholder-style",
      "placeholderClass": "placeholder-class",
      "placeholderClassName": "placeholder-class",
      "disabled": "disabled",
      "maxlength": "maxlength",
      "autoFocus": "auto-focus",
      "focus": "focus",
      "fixed": "fixed",
      "autoHeight": "auto-height",
      "showCount": "show-count",
      "controlled": "controlled",
      "cursorSpacing": "cursor-spacing",
      "cursor": "cursor",
      "showConfirmBar": "show-confirm-bar",
      "selectionStart": "selection-start",
      "selectionEnd": "selection-end",
      "adjustPosition": "adjust-position",
      "holdKeyboard": "hold-keyboard",
      "onFocus": "bindfocus",
      "onBlur": "bindblur",
      "onLineChange": "bindlinechange",
      "onInput": "bindinput",
      "onConfirm": "bindconfirm",
      "onKeyboardHeightChange": "bindkeyboardheightchange",
      "confirmType": "confirm-type",
      "confirmHold": "confirm-hold",
      "disableDefaultPadding": "disable-default-padding"
    }
  },
  "video": {
    "alias": {
      "id": "id",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "src": "src",
      "duration": "duration",
      "controls": "controls",
      "danmuList": "danmu-list",
      "danmuBtn": "danmu-btn",
      "enableDanmu": "enable-danmu",
      "autoplay": "autoplay",
      "loop": "loop",
      "muted": "muted",
      "initialTime": "initial-time",
      "pageGesture": "page-gesture",
      "direction": "direction",
      "showProgress": "show-progress",
      "showFullscreenBtn": "show-fullscreen-btn",
      "showPlayBtn": "show-play-btn",
      "showCenterPlayBtn": "show-center-play-btn",
      "enableProgressGesture": "enable-progress-gesture",
      "showScreenLockButton": "show-screen-lock-button",
      "objectFit": "object-fit",
      "poster": "poster",
      "showMuteBtn": "show-mute-btn",
      "title": "title",
      "playBtnPosition": "play-btn-position",
      "posterForCrawler": "poster-for-crawler",
      "showCastingButton": "show-casting-button",
      "pictureInPictureMode": "picture-in-picture-mode",
      "pictureInPictureShowProgress": "picture-in-picture-show-progress",
      "enableAutoRotation": "enable-auto-rotation",
      "showSnapshotButton": "show-snapshot-button",
      "showBackgroundPlaybackButton": "show-background-playback-button",
      "backgroundPoster": "background-poster",
      "enablePlayGesture": "enable-play-gesture",
      "autoPauseIfNavigate": "auto-pause-if-navigate",
      "autoPauseIfOpenNative": "auto-pause-if-open-native",
      "vslideGesture": "vslide-gesture",
      "vslideGestureInFullscreen": "vslide-gesture-in-fullscreen",
      "onPlay": "bindplay",
      "onPause": "bindpause",
      "onEnded": "bindended",
      "onTimeUpdate": "bindtimeupdate",
      "onFullScreenChange": "bindfullscreenchange",
      "onWaiting": "bindwaiting",
      "onError": "binderror",
      "onProgress": "bindprogress",
      "onLoadedMetaData": "bindloadedmetadata",
      "onControlsToggle": "bindcontrolstoggle",
      "onEnterPictureInPicture": "bindenterpictureinpicture",
      "onLeavePictureInPicture": "bindleavepictureinpicture",
      "onSeekComplete": "bindseekcomplete"
    }
  },
  "view": {
    "alias": {
      "id": "id",
      "disableScroll": "disable-scroll",
      "hoverClass": "hover-class",
      "hoverClassName": "hover-class",
      "hoverStartTime": "hover-start-time",
      "hoverStayTime": "hover-stay-time",
      "hidden": "hidden",
      "className": "class",
      "style": "style",
      "animation": "animation",
      "hoverStopPropagation": "hover-stop-propagation",
      "onTap": "bindtap",
      "onClick": "bindtap",
      "onTouchStart": "bindtouchstart",
      "onTouchMove": "bindtouchmove",
      "onTouchEnd": "bindtouchend",
      "onTouchCancel": "bindtouchcancel",
      "onLongTap": "bindlongtap",
      "onLongClick": "bindlongtap",
      "onLongPress": "bindlongpress",
      "onTransitionEnd": "bindtransitionend",
      "onAnimationIteration": "bindanimationiteration",
      "onAnimationStart": "bindanimationstart",
      "onAnimationEnd": "bindanimationend",
      "catchTouchMove": "catchtouchmove"
    }
  },
  "web-view": {
    "alias": {
      "src": "src",
      "onMessage": "bindmessage",
      "onLoad": "bindload",
      "onError": "binderror"
    }
  },
  "match-media": {
    "alias": {
      "minWidth": "min-width",
      "maxWidth": "max-width",
      "width": "width",
      "minHeight": "min-height",
      "maxHeight": "max-height",
      "height": "height",
      "orientation": "orientation"
    }
  },
  "page-container": {
    "alias": {
      "show": "show",
      "duration": "duration",
      "zIndex": "z-index",
      "overlay": "overlay",
      "position": "position",
      "round": "round",
      "closeOnSlideDown": "close-on-slideDown",
      "overlayStyle": "overlay-style",
      "customStyle": "custom-style",
      "onBeforeEnter": "bindbeforeenter",
      "onEnter": "bindenter",
      "onAfterEnter": "bindafterenter",
      "onBeforeLeave": "bindbeforeleave",
      "onLeave": "bindleave",
      "onAfterLeave": "bindafterleave",
      "onClickOverlay": "bindclickoverlay"
    }
  },
  "share-element": {
    "alias": {
      "key": "key",
      "transform": "transform",
      "duration": "duration",
      "easingFunction": "easing-function"
    }
  },
  "keyboard-accessory": {
    "alias": {}
  },
  "voip-room": {
    "alias": {
      "openId": "openid",
      "mode": "mode",
      "devicePosition": "device-position",
      "onError": "binderror"
    }
  },
  "ad-custom": {
    "alias": {
      "unitId": "unit-id",
      "adIntervals": "ad-intervals",
      "onLoad": "bindload",
      "onError": "binderror",
      "onClose": "bindclose"
    }
  },
  "page-meta": {
    "alias": {
      "backgroundTextStyle": "background-text-style",
      "backgroundColor": "background-color",
      "backgroundColorTop": "background-color-top",
      "backgroundColorBottom": "background-color-bottom",
      "rootBackgroundColor": "root-background-color",
      "scrollTop": "scroll-top",
      "scrollDuration": "scroll-duration",
      "pageStyle": "page-style",
      "pageFontSize": "page-font-size",
      "rootFontSize": "root-font-size",
      "pageOrientation": "page-orientation",
      "onResize": "bindresize",
      "onScroll": "bindscroll",
      "onScrollDone": "bindscrolldone"
    }
  },
  "navigation-bar": {
    "alias": {
      "title": "title",
      "loading": "loading",
      "frontColor": "front-color",
      "backgroundColor": "background-color",
      "colorAnimationDuration": "color-animation-duration",
      "colorAnimationTimingFunc": "color-animation-timing-func"
    }
  }
},
      pageEvents: {
  "pages/list/list": [
    "onPullDownRefresh",
    "onShow"
  ],
  "pages/edit/edit": [
    "onLoad"
  ]
},
      appEvents: []
    }