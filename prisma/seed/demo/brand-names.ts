import type { SeasonGroup } from "./season";

/** What a category sells: refunds and prices differ far more between categories than between shops. */
export type Category = {
	readonly name: string;
	readonly season: SeasonGroup;
	/** Mean amount of an order in CNY. */
	readonly orderCny: number;
	readonly refundShare: number;
	readonly goods: readonly string[];
};

export const categories: readonly Category[] = [
	{
		name: "女装",
		season: "wear",
		orderCny: 128,
		refundShare: 0.22,
		goods: ["女装", "连衣裙", "羊绒衫", "汉服", "大码女装"],
	},
	{ name: "男装", season: "wear", orderCny: 142, refundShare: 0.16, goods: ["男装", "夹克", "衬衫", "工装"] },
	{
		name: "鞋靴箱包",
		season: "wear",
		orderCny: 156,
		refundShare: 0.18,
		goods: ["女鞋", "休闲鞋", "箱包", "皮具"],
	},
	{
		name: "美妆护肤",
		season: "beauty",
		orderCny: 168,
		refundShare: 0.08,
		goods: ["护肤", "彩妆", "面膜", "香氛"],
	},
	{
		name: "个护清洁",
		season: "home",
		orderCny: 62,
		refundShare: 0.05,
		goods: ["洗护", "清洁", "纸品", "口腔护理"],
	},
	{
		name: "食品饮料",
		season: "food",
		orderCny: 58,
		refundShare: 0.04,
		goods: ["零食", "坚果", "方便速食", "调味酱", "腊味"],
	},
	{
		name: "生鲜果蔬",
		season: "food",
		orderCny: 54,
		refundShare: 0.06,
		goods: ["鲜果", "海鲜", "牛羊肉", "土鸡蛋", "时令蔬菜"],
	},
	{
		name: "茶酒滋补",
		season: "food",
		orderCny: 186,
		refundShare: 0.05,
		goods: ["茶叶", "白茶", "滋补品", "枸杞", "蜂蜜"],
	},
	{
		name: "家居家纺",
		season: "home",
		orderCny: 136,
		refundShare: 0.09,
		goods: ["床品", "收纳", "厨具", "灯饰", "四件套"],
	},
	{
		name: "母婴玩具",
		season: "home",
		orderCny: 98,
		refundShare: 0.08,
		goods: ["童装", "母婴用品", "绘本", "益智玩具"],
	},
	{
		name: "数码家电",
		season: "home",
		orderCny: 312,
		refundShare: 0.1,
		goods: ["小家电", "数码配件", "厨房电器", "按摩仪"],
	},
	{
		name: "珠宝文玩",
		season: "beauty",
		orderCny: 420,
		refundShare: 0.24,
		goods: ["翡翠", "珍珠", "手串", "银饰", "紫砂"],
	},
	{
		name: "运动户外",
		season: "wear",
		orderCny: 134,
		refundShare: 0.13,
		goods: ["运动服", "户外装备", "渔具", "瑜伽用品"],
	},
	{
		name: "农资农具",
		season: "home",
		orderCny: 88,
		refundShare: 0.04,
		goods: ["种子", "农具", "园艺", "宠物粮"],
	},
];

export type BrandSeed = {
	readonly name: string;
	readonly kind: "WELL_KNOWN" | "NEW_CONSUMPTION";
	readonly category: string;
};

const wellKnown = `
女装:素锦坊 云裳记
男装:柏川 松衡
鞋靴箱包:履安堂 远步行
美妆护肤:凝露阁 玉润堂
个护清洁:净禾牌 清石牌
食品饮料:麦香老院 老灶门 穗丰斋 盐田记
生鲜果蔬:北仓鲜 南塘渔号
茶酒滋补:云岫茶庄 百草春堂 岭上老茶
家居家纺:暖絮坊 木作张 青窑记
母婴玩具:新荷牌 阿福童
数码家电:恒灶电器 泰和电炊
珠宝文玩:金缕坊 玉石林轩
运动户外:山行者牌 健坤
农资农具:丰垄牌 耕读牌
`;

const newConsumption = `
女装:不皱 小野棉 慢慢穿
男装:周一见男装 半山衫
鞋靴箱包:软走 云上步
美妆护肤:肤语者 植小满 雾岛计划 早安皮肤
个护清洁:泡泡先生洗护 白噪清洁 一片晴
食品饮料:拌饭实验 饱饱星球 辣不怕妹 低糖主义者
生鲜果蔬:今日下地 鲜到先得
茶酒滋补:三刻茶 养生局长 蜜小农
家居家纺:睡个好觉社 格物收纳 厨下客
母婴玩具:豆丁研究社 软软星
数码家电:小电工坊 会发光
珠宝文玩:一颗珠 拾光银
运动户外:风里跑 野路子户外
农资农具:阳台种菜家 毛孩粮仓
`;

function parse(text: string, kind: BrandSeed["kind"]): BrandSeed[] {
	return text
		.trim()
		.split("\n")
		.flatMap((line) => {
			const [category = "", names = ""] = line.split(":");
			return names.split(" ").map((name) => ({ name, kind, category }));
		});
}

export const brandSeeds: readonly BrandSeed[] = [
	...parse(wellKnown, "WELL_KNOWN"),
	...parse(newConsumption, "NEW_CONSUMPTION"),
];
