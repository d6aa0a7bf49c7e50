import type { Random } from "./random";

const surnames = [
	..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
];
const given =
	"晓雯 建国 思远 梓涵 志强 雨桐 海燕 明哲 丽华 俊杰 婷婷 国栋 佳怡 文博 秀英 浩然 静怡 立新 若曦 永康 欣妍 振宇 慧敏 嘉豪 玉兰 子墨 春梅 天佑 诗涵 卫东 雅琪 宏伟 可欣 鹏飞 桂芳 景行 晓峰 乐怡 长河 知远 红梅 逸凡 淑贞 启明 心怡 大伟 亦菲 承志 瑞雪 成林 映雪 守义 婉清 铭轩 冬梅 书航 念慈 家骏 美玲 泽宇 向阳 巧云 怀瑾 月华 云帆 翠萍 星辰 素心 安然 青山 晚晴 少华 千帆 玲玉 正阳 采薇 广生 彦秋 润泽 如意".split(
		" ",
	);

export function personName(random: Random): string {
	return `${random.pick(surnames)}${random.pick(given)}`;
}

/** A mobile number in the right form, plainly made up. */
export function phoneNumber(random: Random): string {
	return `1700000${random.text("0123456789", 4)}`;
}
