const formatTime = (date) => {
  const p = (n) => ((n = n.toString())[1] ? n : `0${n}`);
  return `${[date.getFullYear(), date.getMonth() + 1, date.getDate()].map(p).join('/')} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(p).join(':')}`;
};
module.exports = { formatTime };
